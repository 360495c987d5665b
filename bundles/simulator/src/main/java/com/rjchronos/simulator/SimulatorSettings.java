package com.rjchronos.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an operator may choose; validates, whether it comes from a file or from the command line.
 *
 * @param host a loopback address; the simulator has no authentication and must not be seen from outside
 * @param port 0 for any free one
 * @param devices how many the fleet has at the start
 * @param seed the same seed at the same time makes the same fleet
 * @param pace devices per second of a projected listing, 0 for as fast as possible
 * @param timeScale how many times faster than their interval the devices inform
 * @param frozen whether nothing happens by itself, but for the return of a device that a task has sent away
 * @param crashDelayMs milliseconds from a crash of the NBI's worker to the reset of the connection
 */
public record SimulatorSettings(
        String host, int port, int devices, long seed, int pace, double timeScale, boolean frozen, int crashDelayMs) {
    public static final SimulatorSettings DEFAULTS = defaults();
    private static final Set<String> MACHINERY =
            Set.of("objectClass", "component", "service", "felix", "osgi", "chronos");

    public SimulatorSettings {
        check("host", host, isLoopback(host), "must be a loopback address");
        check("port", port, port >= 0 && port <= 65_535, "must be within 0..65535");
        check("devices", devices, devices >= 0 && devices <= 200_000, "must be within 0..200000");
        check("pace", pace, pace >= 0 && pace <= 1_000_000, "must be within 0..1000000");
        check("timeScale", timeScale, timeScale > 0 && timeScale <= 10_000, "must be above 0 and at most 10000");
        check("crashDelayMs", crashDelayMs, crashDelayMs >= 0 && crashDelayMs <= 600_000, "must be within 0..600000");
    }

    /** Reads camelCase keys; refuses unknown ones and says file, key, value and rule. */
    public static SimulatorSettings from(Map<String, ?> properties, String file) {
        Map<String, String> own = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            if (!MACHINERY.contains(key.split("[.]", 2)[0])) {
                own.put(key, String.valueOf(value).trim());
            }
        });
        SimulatorSettings settings = DEFAULTS;
        for (Map.Entry<String, String> entry : own.entrySet()) {
            try {
                settings = settings.with(entry.getKey(), entry.getValue());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ": " + entry.getKey() + " = " + entry.getValue() + ": " + rule(e), e);
            }
        }
        return settings;
    }

    private static SimulatorSettings defaults() {
        return new SimulatorSettings(
                (String) defaultOf("host"),
                (int) defaultOf("port"),
                (int) defaultOf("devices"),
                (long) defaultOf("seed"),
                (int) defaultOf("pace"),
                (double) defaultOf("timeScale"),
                (boolean) defaultOf("frozen"),
                (int) defaultOf("crashDelayMs"));
    }

    private static Object defaultOf(String key) {
        try {
            return SimulatorConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("SimulatorConfig has no " + key, e);
        }
    }

    private SimulatorSettings with(String key, String value) {
        return switch (key) {
            case "host" -> new SimulatorSettings(value, port, devices, seed, pace, timeScale, frozen, crashDelayMs);
            case "port" ->
                new SimulatorSettings(host, whole(value), devices, seed, pace, timeScale, frozen, crashDelayMs);
            case "devices" ->
                new SimulatorSettings(host, port, whole(value), seed, pace, timeScale, frozen, crashDelayMs);
            case "seed" ->
                new SimulatorSettings(host, port, devices, longWhole(value), pace, timeScale, frozen, crashDelayMs);
            case "pace" ->
                new SimulatorSettings(host, port, devices, seed, whole(value), timeScale, frozen, crashDelayMs);
            case "timeScale" ->
                new SimulatorSettings(host, port, devices, seed, pace, real(value), frozen, crashDelayMs);
            case "frozen" ->
                new SimulatorSettings(host, port, devices, seed, pace, timeScale, flag(value), crashDelayMs);
            case "crashDelayMs" ->
                new SimulatorSettings(host, port, devices, seed, pace, timeScale, frozen, whole(value));
            default ->
                throw new IllegalArgumentException(
                        "unknown key; known are crashDelayMs, devices, frozen, host, pace," + " port, seed, timeScale");
        };
    }

    private static int whole(String value) {
        if (!value.matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Integer.parseInt(value);
    }

    private static long longWhole(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static double real(String value) {
        if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("must be a number");
        }
        return Double.parseDouble(value);
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return value.equals("true");
    }

    private static String rule(IllegalArgumentException refused) {
        String message = refused.getMessage();
        return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
    }

    private static void check(String key, Object value, boolean valid, String rule) {
        if (!valid) {
            throw new IllegalArgumentException(key + " = " + value + ": " + rule);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
