package com.rjchronos.inventory.sample;

import com.rjchronos.model.device.ParameterNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of a device that no standard names: by them a connector tells a vendor's firmware and reads its optics. */
final class VendorObjects {
    /** Where vendors put them; a star is any instance. */
    private static final List<String> PLACES = List.of(
            "InternetGatewayDevice",
            "InternetGatewayDevice.DeviceInfo",
            "InternetGatewayDevice.WANDevice.*",
            "InternetGatewayDevice.WiFi",
            "Device",
            "Device.DeviceInfo",
            "Device.Optical",
            "Device.Optical.Interface.*",
            "Device.WiFi");

    private static final int MAX = 50;

    private VendorObjects() {}

    /** Their paths in alphabetical order, each once, at most {@value #MAX}. */
    static List<String> in(ParameterNode root) {
        return PLACES.stream()
                .flatMap(place -> at(root, "", place.split("[.]")))
                .distinct()
                .sorted()
                .limit(MAX)
                .toList();
    }

    private static Stream<String> at(ParameterNode node, String path, String[] rest) {
        if (rest.length == 0) {
            return node.children().entrySet().stream()
                    .filter(VendorObjects::vendors)
                    .map(child -> path + child.getKey());
        }
        String[] after = Arrays.copyOfRange(rest, 1, rest.length);
        return rest[0].equals("*")
                ? node.children().entrySet().stream()
                        .flatMap(child -> at(child.getValue(), path + child.getKey() + ".", after))
                : Optional.ofNullable(node.children().get(rest[0])).stream()
                        .flatMap(child -> at(child, path + rest[0] + ".", after));
    }

    private static boolean vendors(Map.Entry<String, ParameterNode> child) {
        return child.getKey().startsWith("X_") && child.getValue().leaf().isEmpty();
    }
}
