package com.rjchronos.spi.standard;

import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The encodings in which devices report optical values, into dBm, °C, V and mA. Each knows what is no measurement: for RX zero,
 * −40 dBm or less and, where the raw value is a power level, anything positive; for TX −40 dBm or less; above +10 dBm never.
 *
 * <p>Found in public deployments of GenieACS; the formulas of the transceiver's own registers are SFF-8472's.
 */
public final class Optics {
    /** No light, or not measured. */
    private static final double DARK_DBM = -40;

    private static final double MAX_DBM = 10;
    private static final double CENTI_FROM = 100;

    private Optics() {}

    /**
     * The first of the parameters that is a measurement, else the first with any value, its raw text kept beside an empty value.
     */
    public static <T> Optional<Measured<T>> first(List<Optional<Measured<T>>> candidates) {
        Optional<Measured<T>> any = Optional.empty();
        for (Optional<Measured<T>> candidate : candidates) {
            if (candidate.isPresent() && candidate.get().value().isPresent()) {
                return candidate;
            }
            any = any.or(() -> candidate);
        }
        return any;
    }

    /** The first transceiver with a measured RX, else the first that reports anything. */
    public static OpticalReading firstLit(List<OpticalReading> candidates) {
        return candidates.stream()
                .filter(reading -> reading.rx().flatMap(Measured::value).isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(reading -> !reading.equals(OpticalReading.NONE))
                        .findFirst())
                .orElse(OpticalReading.NONE);
    }

    /** The parameter of this name through one of the conversions here. */
    public static <T> Optional<Measured<T>> measured(
            Branch object, String name, Function<Double, Optional<T>> conversion) {
        return Measured.number(object.leaf(name).map(Optics::printable), conversion);
    }

    /** The same where firmwares write the unit behind the number ({@code -21.3 dBm}); a bare number is in that unit, too. */
    public static <T> Optional<Measured<T>> measured(
            Branch object, String name, String unit, Function<Double, Optional<T>> conversion) {
        return object.leaf(name).map(Optics::printable).flatMap(leaf -> leaf.text()
                .map(raw -> new Measured<>(withoutUnit(leaf, raw, unit).number().flatMap(conversion), raw, leaf.at())));
    }

    private static Leaf withoutUnit(Leaf leaf, String raw, String unit) {
        int number = raw.length() - unit.length();
        return number > 0 && raw.regionMatches(true, number, unit, 0, unit.length())
                ? new Leaf(raw.substring(0, number), leaf.type(), leaf.timestamp())
                : leaf;
    }

    /** A parameter whose unit nobody knows: raw, never a value. */
    public static <T> Optional<Measured<T>> unknown(Branch object, String name) {
        return measured(object, name, raw -> Optional.empty());
    }

    /**
     * What one transceiver reports, without the zeros of one that reports nothing. Firmwares without measurements answer zero for
     * everything: a TX of 0 beside an RX that is no measurement is none either, and neither are 0 °C, 0 V and 0 mA beside two
     * powers that are none. The raw text stays.
     */
    public static OpticalReading transceiver(OpticalReading reported) {
        Optional<Measured<OpticalPower>> tx = txBeside(reported.rx(), reported.tx());
        boolean lit = Stream.of(reported.rx(), tx)
                .anyMatch(power -> power.flatMap(Measured::value).isPresent());
        return lit
                ? new OpticalReading(reported.rx(), tx, reported.celsius(), reported.volts(), reported.milliamperes())
                : new OpticalReading(
                        reported.rx(),
                        tx,
                        withoutZero(reported.celsius()),
                        withoutZero(reported.volts()),
                        withoutZero(reported.milliamperes()));
    }

    /**
     * The TX that belongs to an RX. Firmwares without measurements report zero for both, so a TX of 0 beside an RX that is no
     * measurement is none either; beside a measured RX it is 0 dBm.
     */
    static Optional<Measured<OpticalPower>> txBeside(
            Optional<Measured<OpticalPower>> rx, Optional<Measured<OpticalPower>> tx) {
        boolean dark = rx.flatMap(Measured::value).isEmpty();
        boolean zero =
                tx.flatMap(Measured::value).filter(power -> power.dbm() == 0).isPresent();
        return dark && zero ? tx.map(Optics::rawOnly) : tx;
    }

    private static Optional<Measured<Double>> withoutZero(Optional<Measured<Double>> measured) {
        return measured.map(m -> m.value().filter(value -> value == 0).isPresent() ? rawOnly(m) : m);
    }

    private static <T> Measured<T> rawOnly(Measured<T> measured) {
        return new Measured<>(Optional.empty(), measured.raw(), measured.at());
    }

    /** RX in dBm. A positive RX is never dBm. */
    public static Optional<OpticalPower> rxDbm(double raw) {
        return raw < 0 && raw > DARK_DBM ? OpticalPower.measured(raw) : Optional.empty();
    }

    /** TX in dBm; 0 dBm is a measurement. */
    public static Optional<OpticalPower> txDbm(double raw) {
        return raw > DARK_DBM && raw <= MAX_DBM ? OpticalPower.measured(raw) : Optional.empty();
    }

    /** RX in dBm, or in 0.01 dBm where the magnitude is 100 or more. */
    public static Optional<OpticalPower> rxDbmOrCenti(double raw) {
        return rxDbm(dbmOrCenti(raw));
    }

    /** TX in dBm, or in 0.01 dBm where the magnitude is 100 or more. */
    public static Optional<OpticalPower> txDbmOrCenti(double raw) {
        return txDbm(dbmOrCenti(raw));
    }

    /** RX in 0.001 dBm: TR-181 {@code Optical.Interface.OpticalSignalLevel}. */
    public static Optional<OpticalPower> rxMilliDbm(double raw) {
        return rxDbm(raw / 1000);
    }

    /** TX in 0.001 dBm: TR-181 {@code Optical.Interface.TransmitOpticalLevel}. */
    public static Optional<OpticalPower> txMilliDbm(double raw) {
        return txDbm(raw / 1000);
    }

    /**
     * RX in 0.1 µW (SFF-8472): dBm = 10·log10(raw·1e-4). A positive whole number; a negative one is in dBm already, 0 is no light.
     */
    public static Optional<OpticalPower> rxTenthMicrowatts(double raw) {
        return raw < 0 ? rxDbm(raw) : tenthMicrowatts(raw);
    }

    /** TX in 0.1 µW (SFF-8472): dBm = 10·log10(raw·1e-4). A positive whole number; a negative one is in dBm already. */
    public static Optional<OpticalPower> txTenthMicrowatts(double raw) {
        return raw < 0 ? txDbm(raw) : tenthMicrowatts(raw);
    }

    /** RX where firmwares disagree: dBm when negative, 0.1 µW when positive. */
    public static Optional<OpticalPower> rxDbmOrTenthMicrowatts(double raw) {
        return rxTenthMicrowatts(raw);
    }

    /** TX where firmwares disagree: up to +10 it is dBm, from 100 on 0.1 µW; between them nobody can tell. */
    public static Optional<OpticalPower> txDbmOrTenthMicrowatts(double raw) {
        return raw >= CENTI_FROM ? tenthMicrowatts(raw) : txDbm(raw);
    }

    /** °C; a value outside −40..125 is taken for 1/256 °C. */
    public static Optional<Double> celsius(double raw) {
        return temperature(raw).or(() -> celsius256(raw));
    }

    /** 1/256 °C (SFF-8472). */
    public static Optional<Double> celsius256(double raw) {
        return temperature(raw / 256);
    }

    /**
     * 1/256 °C, or 0.01 °C where sources disagree: that only if the first is outside 10..90 °C, where a transceiver in a house is, and
     * the second inside.
     */
    public static Optional<Double> celsius256OrCenti(double raw) {
        return isUsual(raw / 100) && !isUsual(raw / 256) ? temperature(raw / 100) : celsius256(raw);
    }

    private static boolean isUsual(double celsius) {
        return celsius >= 10 && celsius <= 90;
    }

    /** mV into V. */
    public static Optional<Double> millivolts(double raw) {
        return volts(raw / 1000);
    }

    /** 100 µV (SFF-8472) into V. */
    public static Optional<Double> hundredMicrovolts(double raw) {
        return volts(raw / 10_000);
    }

    /** V, above 0 and up to 10. */
    public static Optional<Double> volts(double raw) {
        return raw > 0 && raw <= 10 ? Optional.of(rounded(raw)) : Optional.empty();
    }

    /** mA, from 0 to 150. */
    public static Optional<Double> milliamperes(double raw) {
        return raw >= 0 && raw <= 150 ? Optional.of(rounded(raw)) : Optional.empty();
    }

    /** 2 µA (SFF-8472) into mA. */
    public static Optional<Double> twoMicroamperes(double raw) {
        return milliamperes(raw * 2 / 1000);
    }

    /** µA into mA. */
    public static Optional<Double> microamperes(double raw) {
        return milliamperes(raw / 1000);
    }

    private static double dbmOrCenti(double raw) {
        return Math.abs(raw) >= CENTI_FROM ? raw / 100 : raw;
    }

    private static Optional<OpticalPower> tenthMicrowatts(double raw) {
        return raw > 0 && raw == Math.rint(raw) ? txDbm(10 * Math.log10(raw * 1e-4)) : Optional.empty();
    }

    private static Optional<Double> temperature(double celsius) {
        return celsius >= -40 && celsius <= 125 ? Optional.of(rounded(celsius)) : Optional.empty();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** What is kept as raw has to fit every store; none takes control characters. */
    private static Leaf printable(Leaf leaf) {
        if (!(leaf.value() instanceof String text) || text.chars().noneMatch(Character::isISOControl)) {
            return leaf;
        }
        String head = text.length() > Measured.MAX_RAW ? text.substring(0, Measured.MAX_RAW) : text;
        StringBuilder shown = new StringBuilder(head);
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, '\uFFFD');
            }
        }
        return new Leaf(shown.toString(), leaf.type(), leaf.timestamp());
    }
}
