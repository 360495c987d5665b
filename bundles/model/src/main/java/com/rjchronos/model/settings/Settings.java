package com.rjchronos.model.settings;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The raw properties of one configuration, checked against the metatype annotation that declares them.
 *
 * <p>Defaults exist once, in the annotation; read values from it and rules from here:
 *
 * <pre>{@code
 * Settings settings = Settings.of(properties, Config.class);          // refuses unknown keys and wrong types
 * int seconds = settings.within("timeoutSeconds", config.timeoutSeconds(), 1, 120);
 * }</pre>
 *
 * @param file the file an operator edits, e.g. {@code etc/com.rjchronos.genieacs-main.cfg}
 * @param properties the raw properties as Configuration Admin holds them
 */
public record Settings(String file, Map<String, Object> properties) {
    private static final Set<String> MACHINERY =
            Set.of("objectClass", "component", "service", "felix", "osgi", "chronos");

    /** Checks keys and types, and throws {@link SettingsException} at the first that breaks a rule. */
    public static Settings of(Map<String, Object> properties, Class<?> config) {
        Settings settings = new Settings(fileOf(properties), Map.copyOf(properties));
        Map<String, Class<?>> declared = Arrays.stream(config.getDeclaredMethods())
                .collect(Collectors.toMap(Method::getName, Method::getReturnType));
        properties.forEach((key, value) -> settings.check(key, value, declared));
        return settings;
    }

    /** Returns the value, or refuses it with the rule as a sentence's end, e.g. "must be an http or https URL". */
    public <T> T require(String key, T value, Predicate<T> rule, String sentence) {
        if (!rule.test(value)) {
            throw new SettingsException(file, key, value, sentence);
        }
        return value;
    }

    /** Returns the value if it is within the bounds, both included. */
    public int within(String key, int value, int min, int max) {
        return require(key, value, v -> v >= min && v <= max, "must be within " + min + ".." + max);
    }

    private void check(String key, Object value, Map<String, Class<?>> declared) {
        Class<?> type = declared.get(key);
        if (type == null) {
            if (!MACHINERY.contains(key.split("[.]", 2)[0])) {
                throw new SettingsException(
                        file, key, value, "unknown key; known are " + new TreeSet<>(declared.keySet()));
            }
            return;
        }
        String text = String.valueOf(value).trim();
        if ((type == int.class || type == long.class) && !isWhole(text, type)) {
            throw new SettingsException(file, key, value, "must be a whole number");
        }
        if (type == double.class && !isNumber(text)) {
            throw new SettingsException(file, key, value, "must be a number");
        }
        if (type == boolean.class && !text.equals("true") && !text.equals("false")) {
            throw new SettingsException(file, key, value, "must be true or false");
        }
    }

    private static boolean isWhole(String text, Class<?> type) {
        try {
            long number = Long.parseLong(text);
            return type == long.class || (number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String fileOf(Map<String, Object> properties) {
        Object file = properties.get("felix.fileinstall.filename");
        if (file != null) {
            String path = file.toString();
            return "etc/" + path.substring(path.lastIndexOf('/') + 1);
        }
        Object pid = properties.getOrDefault("service.pid", properties.get("component.name"));
        return "etc/" + String.valueOf(pid).replace('~', '-') + ".cfg";
    }
}
