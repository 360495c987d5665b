package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.Moment;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The gauges by the names that the model files use; {@code name:argument} passes an argument. */
final class Gauges {
    private static final int E1_PER_MILLIWATT = 10_000;
    private static final Map<String, Gauge> PLAIN = new HashMap<>();

    static {
        identity();
        optics();
        traffic();
    }

    private Gauges() {}

    static Gauge named(String spec) {
        int colon = spec.indexOf(':');
        String argument = colon < 0 ? "" : spec.substring(colon + 1);
        return Optional.ofNullable(colon < 0 ? PLAIN.get(spec) : withArgument(spec.substring(0, colon), argument))
                .orElseThrow(() -> new IllegalArgumentException("no gauge is named " + spec));
    }

    private static Gauge withArgument(String name, String argument) {
        return switch (name) {
            case "mac" -> Gauge.given((device, now) -> device.traits().mac(Integer.parseInt(argument)));
            case "ssid" ->
                Gauge.given((device, now) -> argument + device.traits().suffix());
            case "one-of" -> oneOf(argument.split("\\|"));
            case "down" -> Gauge.living((device, now) -> device.traffic().down() / Integer.parseInt(argument));
            case "up" -> Gauge.living((device, now) -> device.traffic().up() / Integer.parseInt(argument));
            case "down-text" ->
                Gauge.living((device, now) -> Long.toString(device.traffic().down() / Integer.parseInt(argument)));
            case "up-text" ->
                Gauge.living((device, now) -> Long.toString(device.traffic().up() / Integer.parseInt(argument)));
            default -> null;
        };
    }

    private static Gauge oneOf(String... choices) {
        return Gauge.given(
                (device, now) -> choices[Math.floorMod(device.traits().code() >>> 7, choices.length)]);
    }

    private static void identity() {
        PLAIN.put("id", Gauge.given((device, now) -> device.identity().id()));
        PLAIN.put("serial", Gauge.given((device, now) -> device.identity().serial()));
        PLAIN.put("oui", Gauge.given((device, now) -> device.identity().oui()));
        PLAIN.put("wan-ip", Gauge.given((device, now) -> device.traits().wanAddress()));
        PLAIN.put("wan-gateway", Gauge.given((device, now) -> "100.64.0.1"));
        PLAIN.put("pppoe-user", Gauge.given((device, now) -> device.traits().pppoeUser()));
        PLAIN.put("connection-url", Gauge.given((device, now) -> device.traits().connectionUrl()));
        PLAIN.put("password", Gauge.given((device, now) -> device.traits().password()));
        PLAIN.put("interval", Gauge.given((device, now) -> device.traits().informInterval()));
        PLAIN.put(
                "inform-time",
                Gauge.given((device, now) -> new Moment(device.traits().informPhase())));
        PLAIN.put(
                "vlan",
                Gauge.given(
                        (device, now) -> 100L + Math.floorMod(device.traits().code(), 24)));
        PLAIN.put("uptime", Gauge.living((device, now) -> device.upSeconds(now)));
        PLAIN.put("wan-uptime", Gauge.living((device, now) -> Math.max(0, device.upSeconds(now) - 47)));
        PLAIN.put("local-time", Gauge.living((device, now) -> new Moment(now)));
    }

    private static void optics() {
        PLAIN.put(
                "rx-text",
                Gauge.living((device, now) -> decimals(device.optics().rx())));
        PLAIN.put(
                "tx-text",
                Gauge.living((device, now) -> decimals(device.optics().tx())));
        PLAIN.put(
                "rx-whole",
                Gauge.living((device, now) -> Math.round(device.optics().rx())));
        PLAIN.put(
                "tx-whole",
                Gauge.living((device, now) -> Math.round(device.optics().tx())));
        PLAIN.put(
                "rx-centi",
                Gauge.living((device, now) -> Math.round(device.optics().rx() * 100)));
        PLAIN.put(
                "tx-centi",
                Gauge.living((device, now) -> Math.round(device.optics().tx() * 100)));
        PLAIN.put(
                "rx-e1",
                Gauge.living((device, now) -> tenthMicrowatts(device.optics().rx())));
        PLAIN.put(
                "tx-e1",
                Gauge.living((device, now) -> tenthMicrowatts(device.optics().tx())));
        PLAIN.put(
                "rx-milli",
                Gauge.living((device, now) -> Math.round(device.optics().rx() * 1000)));
        PLAIN.put(
                "tx-milli",
                Gauge.living((device, now) -> Math.round(device.optics().tx() * 1000)));
        PLAIN.put(
                "celsius",
                Gauge.living((device, now) -> Math.round(device.optics().temperature())));
        PLAIN.put(
                "celsius-text",
                Gauge.living((device, now) -> decimals(device.optics().temperature())));
        PLAIN.put(
                "celsius-256",
                Gauge.living((device, now) -> Math.round(device.optics().temperature() * 256)));
        PLAIN.put(
                "bias-2ua",
                Gauge.living((device, now) -> Math.round(device.optics().bias() * 500)));
        PLAIN.put(
                "millivolts",
                Gauge.living((device, now) -> Math.round(device.optics().voltage() * 1000)));
        PLAIN.put(
                "millivolts-text",
                Gauge.living((device, now) ->
                        Long.toString(Math.round(device.optics().voltage() * 1000))));
        PLAIN.put(
                "milliamps",
                Gauge.living((device, now) -> Math.round(device.optics().bias())));
        PLAIN.put(
                "milliamps-text",
                Gauge.living((device, now) -> decimals(device.optics().bias())));
    }

    private static void traffic() {
        PLAIN.put("hosts", Gauge.living((device, now) -> (long) device.traffic().hosts()));
        PLAIN.put("cpu", Gauge.living((device, now) -> (long) device.traffic().cpu()));
        PLAIN.put(
                "memory", Gauge.living((device, now) -> (long) device.traffic().memory()));
        PLAIN.put(
                "cpu-list",
                Gauge.living((device, now) ->
                        device.traffic().cpu() + "%;" + (device.traffic().cpu() / 2) + "%"));
        PLAIN.put("memory-text", Gauge.living((device, now) -> device.traffic().memory() + "%"));
    }

    /** E1 of the vendor notes: a power of 0.1 µW is one unit. */
    private static long tenthMicrowatts(double dbm) {
        return Math.round(Math.pow(10, dbm / 10) * E1_PER_MILLIWATT);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
