package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pairs of a raw value and what the device's own page showed, published with other projects' scripts. */
class PublishedVectorsTest {

    @TestFactory
    List<DynamicTest> convertsEveryPublishedVector() {
        return PublishedVector.of("").stream()
                .flatMap(vector -> vector.values().stream()
                        .map(value -> DynamicTest.dynamicTest(
                                vector.vendor() + " " + value.name() + " " + value.raw(),
                                () -> assertThat(converted(value.encoding(), value.name(), value.raw()))
                                        .hasValueSatisfying(v ->
                                                assertThat(v).isCloseTo(value.shown(), PublishedVector.ROUNDING)))))
                .toList();
    }

    @Test
    void knowsAllOfThem() {
        assertThat(convertsEveryPublishedVector()).hasSize(27);
    }

    @Test
    void completesAbbreviatedPaths() {
        assertThat(PublishedVector.of("Huawei"))
                .extracting(PublishedVector::object)
                .containsExactly(
                        "InternetGatewayDevice.WANDevice.1.X_CU_WANEdgeONTPONInterfaceConfig.OpticalTransceiver",
                        "InternetGatewayDevice.WANDevice.1.X_GponInterafceConfig");
        assertThat(PublishedVector.of("Huawei").get(0).values()).hasSize(5);
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
}
