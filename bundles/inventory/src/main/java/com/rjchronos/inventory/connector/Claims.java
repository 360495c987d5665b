package com.rjchronos.inventory.connector;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a connector says it speaks for, as {@code SpeaksFor} defines it; its expressions are compiled once. */
public final class Claims {
    /** The parameters that claims are decided by, beside a document's identity. */
    static final List<String> MODEL_PATHS =
            List.of("InternetGatewayDevice.DeviceInfo.ModelName", "Device.DeviceInfo.ModelName");

    private static final String PREFIX = "chronos.speaks.";
    private static final List<String> KINDS =
            List.of("manufacturer", "oui", "productClass", "model", "serialPrefix", "hasObject", "exceptManufacturer");
    private static final Set<String> NARROWING = Set.of("model", "exceptManufacturer");
    private static final Pattern PATH = Pattern.compile("(?=.{1,256}$)[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*[.]?");
    private static final Pattern HEX_SERIAL = Pattern.compile("[0-9A-F]{16}");

    private final Expressions manufacturer;
    private final List<String> oui;
    private final Expressions productClass;
    private final Expressions model;
    private final Expressions exceptManufacturer;
    private final List<String> serialPrefix;
    private final List<String> hasObject;
    private final Map<String, List<String>> spoken;

    private Claims(Map<String, List<String>> spoken) {
        this.spoken = spoken;
        this.manufacturer = expressions("manufacturer");
        this.oui = upper("oui");
        this.productClass = expressions("productClass");
        this.model = expressions("model");
        this.exceptManufacturer = expressions("exceptManufacturer");
        this.serialPrefix = upper("serialPrefix");
        this.hasObject = spoken.getOrDefault("hasObject", List.of()).stream()
                .map(object -> path("hasObject", object))
                .toList();
        if (!spoken.isEmpty() && NARROWING.containsAll(spoken.keySet())) {
            throw new IllegalArgumentException(
                    String.join(" and ", spoken.keySet()) + " narrows other claims and is none of itself");
        }
    }

    /**
     * Reads service properties.
     *
     * @throws IllegalArgumentException if one is no valid claim
     */
    static Claims of(Map<String, Object> properties) {
        Map<String, List<String>> spoken = new LinkedHashMap<>();
        for (String kind : KINDS) {
            List<String> values = texts(properties.get(PREFIX + kind));
            if (!values.isEmpty()) {
                spoken.put(kind, values);
            }
        }
        return new Claims(spoken);
    }

    /** A service property that is a text, several, or none. */
    static List<String> texts(Object property) {
        Collection<?> values = property instanceof Object[] array
                ? Arrays.asList(array)
                : property instanceof Collection<?> several
                        ? several
                        : property == null ? List.of() : List.of(property);
        return values.stream()
                .map(String::valueOf)
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    /**
     * A parameter path as it may stand in a projection: with anything else the NBI gives no answer at all, to nobody's sweep.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String path(String kind, String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(kind + " must hold parameter paths of letters, digits, _ and - "
                    + "with dots between, at most 256 long, but holds " + path);
        }
        return path;
    }

    /** Whether it speaks for nobody in particular. */
    boolean fallback() {
        return spoken.isEmpty();
    }

    public List<String> objects() {
        return hasObject;
    }

    /** By kind, for people to read. */
    public Map<String, List<String>> spoken() {
        return spoken;
    }

    /** How telling the claim on a document is: 6 the most, 1 the least, 0 none. */
    int rank(DeviceDocument document) {
        Optional<String> name = MODEL_PATHS.stream()
                .map(document::text)
                .flatMap(Optional::stream)
                .findFirst();
        return rank(document.identity(), name, document::has);
    }

    /** The same for a device that is stored; what objects it has is not known of it. */
    int rank(DeviceIdentity identity, Optional<String> modelName) {
        return rank(identity, modelName, object -> false);
    }

    private int rank(DeviceIdentity identity, Optional<String> modelName, Predicate<String> has) {
        if (!model.isEmpty() && !model.match(modelName) || exceptManufacturer.match(identity.manufacturer())) {
            return 0;
        }
        boolean byOui = identity.oui()
                .filter(o -> oui.contains(o.toUpperCase(Locale.ROOT)))
                .isPresent();
        if (productClass.match(identity.productClass())) {
            return byOui ? 6 : 5;
        }
        if (identity.serialNumber().filter(this::beginsAsOurs).isPresent()) {
            return 4;
        }
        if (hasObject.stream().anyMatch(has)) {
            return 3;
        }
        if (manufacturer.match(identity.manufacturer())) {
            return 2;
        }
        return byOui ? 1 : 0;
    }

    private boolean beginsAsOurs(String serial) {
        if (serialPrefix.isEmpty()) {
            return false;
        }
        String plain = serial.toUpperCase(Locale.ROOT);
        String decoded = HEX_SERIAL.matcher(plain).matches() ? vendorOf(plain) : plain;
        return serialPrefix.stream().anyMatch(p -> plain.startsWith(p) || decoded.startsWith(p));
    }

    /** The GPON serial as G.984.3 shows it: four letters, which some devices report as eight hex digits, and eight hex digits. */
    private static String vendorOf(String hex) {
        StringBuilder serial = new StringBuilder(12);
        for (int i = 0; i < 8; i += 2) {
            serial.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
        }
        return serial.append(hex, 8, 16).toString();
    }

    private List<String> upper(String kind) {
        return spoken.getOrDefault(kind, List.of()).stream()
                .map(v -> v.toUpperCase(Locale.ROOT))
                .toList();
    }

    private Expressions expressions(String kind) {
        return Expressions.of(kind, spoken.getOrDefault(kind, List.of()));
    }
}
