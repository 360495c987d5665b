package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.spi.standard.Optics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pairs of a raw value and what the device's own page showed, published with other projects' scripts. */
class PublishedVectorsTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    @TestFactory
    List<DynamicTest> convertsEveryPublishedVector() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors()) {
            List<Double> raw = numbers(vector.path("raw").asText());
            List<Double> expected = numbers(vector.path("expect").asText().replaceFirst("[(].*", ""));
            String[] encodings = vector.path("encoding").asText().split(",");
            String[] names =
                    vector.path("path").asText().replaceAll(".*[{.]|[}]", "").split(",");
            for (int i = 0; i < raw.size(); i++) {
                double value = raw.get(i);
                double shown = expected.get(i);
                String name = names[Math.min(i, names.length - 1)];
                String encoding = encodings[Math.min(i, encodings.length - 1)];
                tests.add(DynamicTest.dynamicTest(
                        vector.path("vendor").asText() + " " + name + " " + value,
                        () -> assertThat(converted(encoding, name, value))
                                .hasValueSatisfying(v -> assertThat(v).isCloseTo(shown, within(0.0051)))));
            }
        }
        return tests;
    }

    @Test
    void knowsAllOfThem() throws IOException {
        assertThat(convertsEveryPublishedVector()).hasSize(27);
    }

    private static Optional<Double> converted(String encoding, String name, double raw) {
        boolean tx = name.startsWith("TX");
        return switch (encoding) {
            case "UW01_LOG" -> dbm(tx ? Optics.txTenthMicrowatts(raw) : Optics.rxTenthMicrowatts(raw));
            case "DBM", "DBM_STR" -> dbm(tx ? Optics.txDbm(raw) : Optics.rxDbm(raw));
            case "CELSIUS" -> Optics.celsius(raw);
            case "TEMP_256" -> Optics.celsius256(raw);
            case "MILLIVOLT" -> Optics.millivolts(raw);
            case "V_100UV" -> Optics.hundredMicrovolts(raw);
            case "VOLT" -> Optics.volts(raw);
            case "MILLIAMP" -> Optics.milliamperes(raw);
            case "BIAS_2UA" -> Optics.twoMicroamperes(raw);
            case "MICROAMP" -> Optics.microamperes(raw);
            default -> throw new IllegalArgumentException("no conversion for " + encoding);
        };
    }

    private static Optional<Double> dbm(Optional<OpticalPower> power) {
        return power.map(OpticalPower::dbm);
    }

    private static JsonNode vectors() throws IOException {
        return JsonMapper.builder().build().readTree(PublishedVectorsTest.class.getResource("/test_vectors.json"));
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
