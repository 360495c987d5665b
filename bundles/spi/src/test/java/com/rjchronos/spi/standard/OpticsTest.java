package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpticsTest {

    @Test
    void takesNoReceivedPowerOfZeroOrPositiveOrFortyBelowForAMeasurement() {
        assertThat(List.of(0.0, 2.5, 10.0, -40.0, -55.0, 1e308, -1e308))
                .allSatisfy(raw -> assertThat(Optics.rxDbm(raw)).isEmpty());
        assertThat(Optics.rxDbm(-39.9)).contains(new OpticalPower(-39.9));
        assertThat(Optics.rxDbmOrCenti(2243)).isEmpty();
        assertThat(Optics.rxMilliDbm(0)).isEmpty();
    }

    @Test
    void readsCentiDbmFromAHundredOn() {
        assertThat(Optics.rxDbmOrCenti(-2108)).contains(new OpticalPower(-21.08));
        assertThat(Optics.rxDbmOrCenti(-21.08)).contains(new OpticalPower(-21.08));
        assertThat(Optics.txDbmOrCenti(243)).contains(new OpticalPower(2.43));
    }

    @Test
    void readsTenthMicrowattsOnlyFromPositiveWholeNumbers() {
        assertThat(Optics.rxTenthMicrowatts(133)).contains(new OpticalPower(-18.761));
        assertThat(Optics.rxTenthMicrowatts(-18.76)).contains(new OpticalPower(-18.76));
        assertThat(Optics.rxTenthMicrowatts(2.5)).isEmpty();
        assertThat(Optics.rxTenthMicrowatts(0)).isEmpty();
        assertThat(Optics.rxTenthMicrowatts(1)).isEmpty();
        assertThat(Optics.rxTenthMicrowatts(1e18)).isEmpty();
    }

    @Test
    void refusesToGuessATransmittedPowerBetweenTheEncodings() {
        assertThat(Optics.txDbmOrTenthMicrowatts(2.59)).contains(new OpticalPower(2.59));
        assertThat(Optics.txDbmOrTenthMicrowatts(19_078)).contains(new OpticalPower(2.805));
        assertThat(Optics.txDbmOrTenthMicrowatts(50)).isEmpty();
    }

    @Test
    void takesATransmittedZeroForAMeasurementOnlyBesideAMeasuredReceivedPower() {
        Optional<Measured<OpticalPower>> zero = measured("0", 0.0);

        assertThat(Optics.txBeside(measured("-15", -15.0), zero)).isEqualTo(zero);
        assertThat(Optics.txBeside(Optional.of(new Measured<>(Optional.empty(), "0", Optional.empty())), zero))
                .hasValueSatisfying(tx -> assertThat(tx.value()).isEmpty())
                .hasValueSatisfying(tx -> assertThat(tx.raw()).isEqualTo("0"));
    }

    @Test
    void takesNoZeroOfADarkTransceiverForAMeasurement() {
        Optional<Measured<Double>> zero = Optional.of(new Measured<>(Optional.of(0.0), "0", Optional.empty()));
        Optional<Measured<Double>> warm = Optional.of(new Measured<>(Optional.of(41.0), "41", Optional.empty()));
        Optional<Measured<OpticalPower>> lit = measured("-20", -20.0);

        OpticalReading dark = Optics.transceiver(
                new OpticalReading(Optional.empty(), measured("0", 0.0), zero, Optional.empty(), zero));
        OpticalReading cold =
                Optics.transceiver(new OpticalReading(lit, Optional.empty(), zero, Optional.empty(), zero));

        assertThat(List.of(dark.tx(), dark.celsius(), dark.milliamperes())).allSatisfy(part -> assertThat(part)
                .hasValueSatisfying(kept -> assertThat(kept.raw()).isEqualTo("0"))
                .hasValueSatisfying(kept -> assertThat(kept.value()).isEmpty()));
        assertThat(cold.celsius()).isEqualTo(zero);
        assertThat(cold.milliamperes()).isEqualTo(zero);
        assertThat(Optics.transceiver(
                                new OpticalReading(Optional.empty(), Optional.empty(), warm, Optional.empty(), zero))
                        .celsius())
                .isEqualTo(warm);
    }

    @Test
    void takesATemperatureThatCannotBeForAFractionOfADegree() {
        assertThat(Optics.celsius(45)).contains(45.0);
        assertThat(Optics.celsius(11_008)).contains(43.0);
        assertThat(Optics.celsius(1e9)).isEmpty();
    }

    @Test
    void takesATemperatureForHundredthsOnlyWhereThatIsLikelierThanTheRegister() {
        assertThat(Optics.celsius256OrCenti(2_400)).as("9.4 or 24").contains(24.0);
        assertThat(Optics.celsius256OrCenti(11_008)).as("43 or 110").contains(43.0);
        assertThat(Optics.celsius256OrCenti(4_500)).as("17.6 or 45").contains(17.578);
        assertThat(Optics.celsius256OrCenti(512)).as("2 or 5.1").contains(2.0);
        assertThat(Optics.celsius256OrCenti(1e9)).isEmpty();
    }

    @Test
    void takesTheUnitOffAText() {
        Branch object = Trees.rootWith(
                        "X", Trees.object("Rx", "-21.3 dBm", "Bare", -21.3, "Other", "-21.3 mW", "Word", "dBm"))
                .at("X");

        assertThat(Optics.measured(object, "Rx", "dBm", Optics::rxDbm)).isEqualTo(measured("-21.3 dBm", -21.3));
        assertThat(Optics.measured(object, "Bare", "dBm", Optics::rxDbm)).isEqualTo(measured("-21.3", -21.3));
        assertThat(List.of(
                        Optics.measured(object, "Other", "dBm", Optics::rxDbm),
                        Optics.measured(object, "Word", "dBm", Optics::rxDbm)))
                .allSatisfy(none -> assertThat(none)
                        .hasValueSatisfying(kept -> assertThat(kept.value()).isEmpty()));
    }

    @Test
    void prefersAMeasurementToAnEarlierRawValue() {
        Optional<Measured<OpticalPower>> raw = Optional.of(new Measured<>(Optional.empty(), "0", Optional.empty()));
        Optional<Measured<OpticalPower>> value = measured("-20", -20.0);

        assertThat(Optics.first(List.of(Optional.empty(), raw, value))).isEqualTo(value);
        assertThat(Optics.first(List.of(raw, Optional.empty()))).isEqualTo(raw);
    }

    private static Optional<Measured<OpticalPower>> measured(String raw, double dbm) {
        return Optional.of(new Measured<>(Optional.of(new OpticalPower(dbm)), raw, Optional.empty()));
    }
}
