package com.rjchronos.simulator.control;

import java.util.Locale;
import java.util.Map;

/** Misbehaviour that a test ordered for the next requests. */
public final class Chaos {
    /** How the NBI misbehaves. */
    public enum Mode {
        NONE,
        /** No answer, or none any more, until the delay is over; then the connection is reset. */
        HANG,
        /** The connection is reset. */
        RESET,
        STATUS500,
        /** 200 and a page, as a captive proxy answers. */
        HTML,
        /** The body ends in the middle of a document. */
        TRUNCATE,
        /** The body goes on with something that is no JSON. */
        MALFORMED,
        /** A pause before each document. */
        SLOW
    }

    /**
     * One order.
     *
     * @param times how many requests it is for; negative for all until another order
     * @param afterDevices how many documents of a listing are still sent well
     * @param delayMs how long {@code HANG} hangs, and {@code SLOW} pauses before each document
     * @param path only requests whose path begins so
     * @param method only requests of this method, empty for any
     */
    public record Order(Mode mode, int times, int afterDevices, int delayMs, String path, String method) {
        public static final Order NOTHING = new Order(Mode.NONE, 0, 0, 0, "", "");

        public Order {
            check("after_devices", afterDevices, afterDevices >= 0, "must not be negative");
            check("delay_ms", delayMs, delayMs >= 0 && delayMs <= 600_000, "must be within 0..600000");
        }

        /** Reads {@code {"mode":…,"times":…,"after_devices":…,"delay_ms":…,"path":…,"method":…}}. */
        public static Order of(Map<?, ?> json) {
            String name = String.valueOf(json.get("mode")).toUpperCase(Locale.ROOT);
            for (Mode mode : Mode.values()) {
                if (mode.name().equals(name)) {
                    int delay = mode == Mode.SLOW ? 50 : 300_000;
                    return new Order(
                            mode,
                            number(json, "times", 1),
                            number(json, "after_devices", 0),
                            number(json, "delay_ms", delay),
                            json.get("path") instanceof String path ? path : "/",
                            json.get("method") instanceof String method ? method : "");
                }
            }
            throw new IllegalArgumentException("mode = " + json.get("mode")
                    + ": must be one of none, hang, reset, status500," + " html, truncate, malformed, slow");
        }

        private static int number(Map<?, ?> json, String key, int otherwise) {
            Object value = json.get(key);
            if (value == null) {
                return otherwise;
            }
            check(key, value, value instanceof Long, "must be a whole number");
            return Math.toIntExact((Long) value);
        }

        private static void check(String key, Object value, boolean valid, String rule) {
            if (!valid) {
                throw new IllegalArgumentException(key + " = " + value + ": " + rule);
            }
        }
    }

    private Order order = Order.NOTHING;
    private int left;

    public synchronized void order(Order wanted) {
        order = wanted;
        left = wanted.times();
    }

    /** What this request has to suffer; uses the order up. */
    public synchronized Order next(String method, String path) {
        boolean meant = order.mode() != Mode.NONE
                && left != 0
                && path.startsWith(order.path())
                && (order.method().isEmpty() || order.method().equals(method));
        if (!meant) {
            return Order.NOTHING;
        }
        if (left > 0) {
            left--;
        }
        return order;
    }

    public synchronized int left() {
        return order.mode() == Mode.NONE ? 0 : left;
    }
}
