package com.rjchronos.genieacs.sample;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a sample of a device document: values of secret parameters become the empty text, what identifies a subscriber becomes an invented name, the same
 * one wherever it stands. Names of parameters, types, times, numbers and flags stay. It goes over the document twice, for a name may stand before the
 * parameter that tells it is one.
 */
public final class Masking {
    /** What a sample says of itself. */
    public static final String COMMENT =
            "Captured from a device and masked: secrets and tags are empty; serials, users, MAC and IP addresses, hosts, URLs and SSIDs are invented.";

    private static final Set<String> KEPT = Set.of(
            "_type",
            "_timestamp",
            "_attributesTimestamp",
            "_notification",
            "_accessList",
            "_registered",
            "_lastInform",
            "_lastBoot",
            "_lastBootstrap",
            "_Manufacturer",
            "_OUI",
            "_ProductClass");

    private final Pseudonyms names = new Pseudonyms();

    private Masking() {}

    /**
     * The document's sample; the document stays as it is.
     *
     * @param document JSON as maps, lists, texts, numbers, flags and nulls
     */
    public static Map<String, Object> of(Map<String, Object> document) {
        Masking masking = new Masking();
        masking.learnIdentity(document);
        masking.learn("", document, false);
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("_comment", COMMENT);
        document.forEach((name, value) -> sample.putIfAbsent(name, masking.masked(name, name, value, false)));
        return sample;
    }

    /** The serial by its own name, and as the last part of the id for whoever lacks it. */
    private void learnIdentity(Map<String, Object> document) {
        if (document.get("_deviceId") instanceof Map<?, ?> id && id.get("_SerialNumber") instanceof String serial) {
            names.serial(serial);
        }
        if (document.get("_id") instanceof String id) {
            names.serial(serialIn(id));
        }
    }

    private static String serialIn(String id) {
        String part = id.substring(id.lastIndexOf('-') + 1);
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a percent sign that escapes nothing
        }
    }

    private void learn(String parameter, Object value, boolean covered) {
        if (value instanceof Map<?, ?> object) {
            boolean below = covered || Secrecy.covers(parameter);
            object.forEach((key, child) -> {
                String name = key.toString();
                if (!KEPT.contains(name)) {
                    learn(name.startsWith("_") ? parameter : name, child, below);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> learn(parameter, each, covered));
        } else if (value instanceof String || value instanceof Number) {
            learn(covered ? Secrecy.SECRET : Secrecy.of(parameter), value.toString());
        }
    }

    private void learn(Secrecy secrecy, String text) {
        switch (secrecy) {
            case SECRET -> names.secret(text);
            case SERIAL -> names.serial(text);
            case NETWORK -> names.network(text);
            case USER -> names.user(text);
            case HOST -> names.host(text);
            case MAC, VERSION, OPEN -> names.ponSerials(text);
        }
    }

    /**
     * One value.
     *
     * @param key the name it stands under, e.g. {@code _value}
     * @param parameter the nearest name that is no metadata
     * @param covered whether an object above is secret as a whole
     */
    private Object masked(String key, String parameter, Object value, boolean covered) {
        if (KEPT.contains(key) || value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> object) {
            return object(parameter, object, covered || Secrecy.covers(parameter));
        }
        if (key.equals("_tags")) {
            return List.of();
        }
        if (key.equals("_id") && value instanceof String id) {
            String serial = names.of(serialIn(id), Secrecy.SERIAL);
            return id.substring(0, id.lastIndexOf('-') + 1) + Pseudonyms.escaped(serial);
        }
        return leaf(key, parameter, value, covered ? Secrecy.SECRET : Secrecy.of(parameter));
    }

    private Map<String, Object> object(String parameter, Map<?, ?> object, boolean covered) {
        Map<String, Object> open = new LinkedHashMap<>();
        object.forEach((key, child) -> {
            String name = key.toString();
            boolean metadata = name.startsWith("_") && !name.equals("_SerialNumber");
            open.put(name, masked(name, metadata ? parameter : name, child, covered));
        });
        return open;
    }

    private Object leaf(String key, String parameter, Object value, Secrecy secrecy) {
        if (secrecy == Secrecy.SECRET) {
            return "";
        }
        if (value instanceof List<?> list) {
            List<Object> open = new ArrayList<>();
            list.forEach(each -> open.add(masked(key, parameter, each, false)));
            return open;
        }
        String text = value.toString();
        String open = names.of(text, secrecy);
        if (value instanceof String) {
            return open;
        }
        return open.equals(text) ? value : ""; // a number: what is no secret stays one
    }
}
