package com.rjchronos.genieacs;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A component's configuration as Declarative Services makes it of raw properties and the annotation's defaults. */
final class Configs {

    private Configs() {}

    static <T> T of(Class<T> config, Map<String, Object> properties) {
        Object proxy =
                Proxy.newProxyInstance(config.getClassLoader(), new Class<?>[] {config}, (self, method, args) -> {
                    Object value = properties.get(method.getName());
                    if (value == null) {
                        return method.getDefaultValue();
                    }
                    if (method.getReturnType() == boolean.class) {
                        return Boolean.valueOf(value.toString());
                    }
                    return method.getReturnType() == int.class ? number(value) : value.toString();
                });
        return config.cast(proxy);
    }

    private static Object number(Object value) {
        try {
            return Integer.valueOf(value.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
