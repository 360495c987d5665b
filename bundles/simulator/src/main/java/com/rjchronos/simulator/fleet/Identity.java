package com.rjchronos.simulator.fleet;

import com.rjchronos.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Who a device says it is in its Inform.
 *
 * @param productClass null if the device sends none: its id then has two parts
 * @param token the whole {@code _deviceId} as JSON
 */
public record Identity(String manufacturer, String oui, String productClass, String serial, String id, byte[] token) {

    static Identity of(String manufacturer, String oui, String productClass, String serial) {
        String id = escaped(oui) + "-" + (productClass == null ? "" : escaped(productClass) + "-") + escaped(serial);
        return new Identity(
                manufacturer,
                oui,
                productClass,
                serial,
                id,
                Json.token(document(manufacturer, oui, productClass, serial)));
    }

    /** The {@code _deviceId} object. */
    Map<String, Object> document() {
        return document(manufacturer, oui, productClass, serial);
    }

    private static Map<String, Object> document(String manufacturer, String oui, String productClass, String serial) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_Manufacturer", manufacturer);
        document.put("_OUI", oui);
        document.put("_ProductClass", productClass);
        document.put("_SerialNumber", serial);
        return document;
    }

    /** GenieACS's escaping of one part of an id: every byte but letters, digits and underscores becomes %XX. */
    static String escaped(String part) {
        StringBuilder out = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (b == '_' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity identity && id.equals(identity.id) && Objects.equals(oui, identity.oui);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
