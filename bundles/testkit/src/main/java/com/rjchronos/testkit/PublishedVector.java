package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;

/**
 * What one device reported in one optical object, and what its own page showed for it, published with other projects' scripts.
 *
 * @param vendor and model
 * @param object the path of the object, complete where the publication abbreviated it
 */
public record PublishedVector(String vendor, String object, List<Value> values) {
    /** Publications round or cut to two decimals. */
    static final Offset<Double> ROUNDING = within(0.0051);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final String ROOT = "InternetGatewayDevice.";
    private static final String WAN = ROOT + "WANDevice.1.";

    /**
     * One parameter of the object.
     *
     * @param encoding as in vendor-paths, e.g. {@code UW01_LOG}
     * @param shown in dBm, °C, V or mA
     */
    public record Value(String name, double raw, String encoding, double shown) {}

    public PublishedVector {
        values = List.copyOf(values);
    }

    /** The vectors of devices whose vendor begins so; all of them for an empty text. */
    public static List<PublishedVector> of(String vendor) {
        Map<String, PublishedVector> vectors = new LinkedHashMap<>();
        String lastVendor = "";
        String lastObject = "";
        for (JsonNode row : rows()) {
            String named = row.path("vendor").asText();
            lastVendor = named.startsWith("same") ? lastVendor : named;
            String path = row.path("path").asText();
            int leaf = path.lastIndexOf('.') + 1;
            lastObject = complete(path.substring(0, Math.max(0, leaf - 1)), lastObject);
            List<Value> values = values(row, path.substring(leaf));
            vectors.merge(
                    lastVendor + lastObject,
                    new PublishedVector(lastVendor, lastObject, values),
                    PublishedVector::with);
        }
        return vectors.values().stream()
                .filter(vector -> vector.vendor.startsWith(vendor))
                .toList();
    }

    /** Demands that a connector makes of the device's values what its own page showed. */
    public void isReadBy(VendorConnector connector) {
        OpticalReading reading = connector.read(document()).optical();
        for (Value value : values) {
            assertThat(part(reading, value.name()))
                    .as(vendor + ": " + object + "." + value.name() + " = " + value.raw())
                    .hasValueSatisfying(read -> assertThat(read).isCloseTo(value.shown(), ROUNDING));
        }
    }

    private DeviceDocument document() {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode here = document;
        for (String name : object.split("[.]")) {
            here = here.putObject(name);
        }
        for (Value value : values) {
            here.putObject(value.name()).put("_value", value.raw());
        }
        return Documents.of(document);
    }

    private static Optional<Double> part(OpticalReading reading, String name) {
        return switch (name) {
            case "RXPower" -> reading.rx().flatMap(Measured::value).map(OpticalPower::dbm);
            case "TXPower" -> reading.tx().flatMap(Measured::value).map(OpticalPower::dbm);
            case "Temperature", "TransceiverTemperature" -> reading.celsius().flatMap(Measured::value);
            case "Vcc", "SupplyVoltage", "SupplyVottage" -> reading.volts().flatMap(Measured::value);
            case "TXBias", "BiasCurrent" -> reading.milliamperes().flatMap(Measured::value);
            default -> throw new IllegalArgumentException("no part of a reading is called " + name);
        };
    }

    private PublishedVector with(PublishedVector more) {
        List<Value> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new PublishedVector(vendor, object, all);
    }

    /** {@code ...X} is an object of the WAN device, or the last one again where X is its end; {@code X} is one of the root. */
    private static String complete(String path, String last) {
        String end = path.startsWith("...") ? path.substring(3) : path;
        if (!end.isEmpty() && last.endsWith("." + end)) {
            return last;
        }
        if (path.startsWith("...")) {
            return WAN + end;
        }
        return end.isEmpty() || end.startsWith(ROOT) ? end : ROOT + end;
    }

    private static List<Value> values(JsonNode row, String leaves) {
        String[] names = leaves.replaceAll("[{}]", "").split(",");
        String[] encodings = row.path("encoding").asText().split(",");
        List<Double> raw = numbers(row.path("raw").asText());
        List<Double> shown = numbers(row.path("expect").asText().replaceFirst("[(].*", ""));
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            values.add(new Value(
                    names[Math.min(i, names.length - 1)],
                    raw.get(i),
                    encodings[Math.min(i, encodings.length - 1)],
                    shown.get(i)));
        }
        return values;
    }

    private static JsonNode rows() {
        try {
            return JSON.readTree(PublishedVector.class.getResource("/published-vectors.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the published vectors", e);
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Double.valueOf(matcher.group()));
        }
        return numbers;
    }
}
