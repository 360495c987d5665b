package com.rjchronos.rest.device;

import com.rjchronos.model.reading.Measured;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One measurement.
 *
 * @param value in the unit of the field's name; null if the device's unit is not known or what it said is no measurement
 * @param raw as the device said it
 * @param measuredAt when it was read from the device
 */
public record MeasuredView(Number value, String raw, Instant measuredAt) {

    /** Null if nothing was said at all. */
    static <T> MeasuredView of(Optional<Measured<T>> measured, Function<T, Number> number) {
        return measured.map(m -> new MeasuredView(m.value().map(number).orElse(null), m.raw(), m.at().orElse(null)))
                .orElse(null);
    }
}
