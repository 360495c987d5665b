package com.rjchronos.simulator.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes values as {@code JSON.stringify} does, and reads them back. */
public final class Json {
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final double EXACT = 1e15;

    private Json() {}

    /** Reads one JSON value; a {@link JsonSyntaxException} says what V8 would. */
    public static Object parse(String text) {
        return new JsonReader(text).read();
    }

    /** Reads one JSON value in which strings of the form of a stored date are dates. */
    public static Object parseStored(String text) {
        return dated(parse(text));
    }

    public static byte[] token(Object value) {
        ByteSink out = new ByteSink(32);
        write(value, out);
        return out.toBytes();
    }

    public static String text(Object value) {
        ByteSink out = new ByteSink(256);
        write(value, out);
        return out.toString();
    }

    public static void write(Object value, ByteSink out) {
        if (value == null) {
            out.put(NULL);
        } else if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Number number) {
            out.put(number(number));
        } else if (value instanceof Boolean flag) {
            out.put(flag ? TRUE : FALSE);
        } else if (value instanceof Moment moment) {
            out.put(Moment.token(moment.millis()));
        } else if (value instanceof Map<?, ?> map) {
            object(map, out);
        } else if (value instanceof Iterable<?> items) {
            array(items, out);
        } else {
            quote(value.toString(), out);
        }
    }

    private static void object(Map<?, ?> map, ByteSink out) {
        out.put('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            quote(entry.getKey().toString(), out);
            out.put(':');
            write(entry.getValue(), out);
        }
        out.put('}');
    }

    private static void array(Iterable<?> items, ByteSink out) {
        out.put('[');
        boolean first = true;
        for (Object item : items) {
            if (!first) {
                out.put(',');
            }
            first = false;
            write(item, out);
        }
        out.put(']');
    }

    private static String number(Number number) {
        double value = number.doubleValue();
        if (number instanceof Long || number instanceof Integer) {
            return Long.toString(number.longValue());
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static void quote(String text, ByteSink out) {
        if (plain(text)) {
            out.put('"');
            out.put(text);
            out.put('"');
            return;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), escaped);
        }
        out.put(escaped.append('"').toString());
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static Object dated(Object value) {
        if (value instanceof String text && Moment.isStored(text)) {
            return Moment.parse(text).<Object>map(moment -> moment).orElse(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key.toString(), dated(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(dated(item)));
            return copy;
        }
        return value;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
