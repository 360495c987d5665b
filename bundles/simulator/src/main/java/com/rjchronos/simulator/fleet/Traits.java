package com.rjchronos.simulator.fleet;

/**
 * What is unique to a device beside its serial, derived from its number: the same number and seed give the same traits.
 *
 * @param number 0 for the first device of the fleet
 * @param code a scrambled number, unique within a fleet
 * @param macBase the first of sixteen hardware addresses
 */
record Traits(int number, int code, long macBase) {
    private static final int ODD = 0x9E3779B1;
    private static final int[] INTERVALS = {300, 300, 300, 300, 300, 300, 600, 600, 900, 1800};

    static Traits of(int number, long seed, String oui) {
        int code = number * ODD + (int) (seed * 0x85EBCA6BL);
        long vendor = Long.parseLong(oui, 16) << 24;
        return new Traits(number, code, vendor | (code & 0xFFFFFL) << 4);
    }

    String mac(int offset) {
        String hex = String.format("%012X", macBase + offset);
        return hex.replaceAll("(..)(?!$)", "$1:");
    }

    /** What vendors append to an SSID: the end of the hardware address. */
    String suffix() {
        return String.format("%04X", macBase >> 4 & 0xFFFF);
    }

    /** A shared address (100.64.0.0/10), as behind carrier-grade NAT. */
    String wanAddress() {
        int host = code & 0x3FFFFF;
        return "100." + (64 + (host >> 16)) + "." + (host >> 8 & 0xff) + "." + (host & 0xff);
    }

    String pppoeUser() {
        return String.format("cliente%06d@provedor.example", number + 1);
    }

    String connectionUrl() {
        return "http://" + wanAddress() + ":7547/" + String.format("%08x", code);
    }

    String password() {
        return Long.toString((code & 0xFFFFFFFFL) * 2654435761L >>> 3, 36);
    }

    /** In seconds. */
    long informInterval() {
        return INTERVALS[Math.floorMod(code >>> 5, INTERVALS.length)];
    }

    /** Milliseconds into the day at which the device begins its periods. */
    long informPhase() {
        return Math.floorMod((code & 0xFFFFFFFFL) * 7919, 86_400_000L);
    }
}
