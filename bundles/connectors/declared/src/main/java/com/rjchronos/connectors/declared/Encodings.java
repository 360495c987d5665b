package com.rjchronos.connectors.declared;

import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.spi.standard.Optics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a file spells the conversions of {@link Optics}; each brings its guards. {@code UNKNOWN} keeps the raw text alone. */
final class Encodings {
    static final Map<String, Function<Double, Optional<OpticalPower>>> RX = Map.of(
            "DBM", Optics::rxDbm,
            "DBM_STR", Optics::rxDbm, // text or number makes no difference to a leaf
            "DBM_STR_UNIT", Optics::rxDbm,
            "DBM_OR_CENTI", Optics::rxDbmOrCenti,
            "DBM_OR_UW01", Optics::rxDbmOrTenthMicrowatts,
            "MILLI_DBM", Optics::rxMilliDbm,
            "UW01_LOG", Optics::rxTenthMicrowatts,
            "UNKNOWN", raw -> Optional.empty());

    static final Map<String, Function<Double, Optional<OpticalPower>>> TX = Map.of(
            "DBM", Optics::txDbm,
            "DBM_STR", Optics::txDbm,
            "DBM_STR_UNIT", Optics::txDbm,
            "DBM_OR_CENTI", Optics::txDbmOrCenti,
            "DBM_OR_UW01", Optics::txDbmOrTenthMicrowatts,
            "MILLI_DBM", Optics::txMilliDbm,
            "UW01_LOG", Optics::txTenthMicrowatts,
            "UNKNOWN", raw -> Optional.empty());

    static final Map<String, Function<Double, Optional<Double>>> TEMPERATURE = Map.of(
            "CELSIUS",
            Optics::celsius,
            "TEMP_256",
            Optics::celsius256,
            "TEMP_256_OR_CENTI",
            Optics::celsius256OrCenti,
            "UNKNOWN",
            raw -> Optional.empty());

    static final Map<String, Function<Double, Optional<Double>>> VOLTAGE = Map.of(
            "VOLT",
            Optics::volts,
            "MILLIVOLT",
            Optics::millivolts,
            "V_100UV",
            Optics::hundredMicrovolts,
            "UNKNOWN",
            raw -> Optional.empty());

    static final Map<String, Function<Double, Optional<Double>>> BIAS = Map.of(
            "MILLIAMP",
            Optics::milliamperes,
            "MICROAMP",
            Optics::microamperes,
            "BIAS_2UA",
            Optics::twoMicroamperes,
            "UNKNOWN",
            raw -> Optional.empty());

    private static final Map<String, String> UNITS = Map.of("DBM_STR_UNIT", "dBm");

    private Encodings() {}

    /** What stands behind the number in the text; mostly nothing. */
    static String unit(String encoding) {
        return UNITS.getOrDefault(encoding, "");
    }
}
