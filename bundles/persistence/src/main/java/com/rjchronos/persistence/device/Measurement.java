package com.rjchronos.persistence.device;

import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.persistence.row.StoredInstant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a device measured at one moment. A reading holds parts of several moments, because an ACS repeats old values for
 * days: each counts for its own time alone.
 *
 * @param device its id
 * @param at as stored
 * @param values the parts of that moment
 */
record Measurement(long device, Instant at, Map<Part, Double> values) {
    /** Older measurements are shown as the device's last ones, but are no history. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration NEWEST = Duration.ofDays(1);

    /** What has a history; powers in dBm, uptime in seconds. */
    enum Part {
        RX(reading -> of(reading.optical().rx(), OpticalPower::dbm)),
        TX(reading -> of(reading.optical().tx(), OpticalPower::dbm)),
        CELSIUS(reading -> of(reading.optical().celsius(), Function.identity())),
        VOLTS(reading -> of(reading.optical().volts(), Function.identity())),
        MILLIAMPERES(reading -> of(reading.optical().milliamperes(), Function.identity())),
        UPTIME(reading -> of(reading.uptime(), uptime -> (double) uptime.toSeconds()));

        private final Function<DeviceReading, Optional<Sample>> sample;

        Part(Function<DeviceReading, Optional<Sample>> sample) {
            this.sample = sample;
        }

        private static <T> Optional<Sample> of(Optional<Measured<T>> measured, Function<T, Double> number) {
            return measured.flatMap(m -> m.value()
                    .map(number)
                    .filter(value -> Float.isFinite(value.floatValue()))
                    .flatMap(value -> m.at().map(at -> new Sample(StoredInstant.of(at), value))));
        }
    }

    private record Sample(Instant at, double value) {}

    Optional<Double> value(Part part) {
        return Optional.ofNullable(values.get(part));
    }

    /** The row's measurements that are one for the history, from old to new. */
    static List<Measurement> of(DeviceRow row, Instant now) {
        if (!row.measured()) {
            return List.of();
        }
        Map<Instant, Map<Part, Double>> moments = new TreeMap<>();
        for (Part part : Part.values()) {
            part.sample
                    .apply(row.reading())
                    .filter(sample -> isHistory(sample.at(), now))
                    .ifPresent(sample -> moments.computeIfAbsent(sample.at(), at -> new EnumMap<>(Part.class))
                            .put(part, sample.value()));
        }
        return moments.entrySet().stream()
                .map(moment -> new Measurement(row.id(), moment.getKey(), moment.getValue()))
                .toList();
    }

    private static boolean isHistory(Instant measured, Instant now) {
        return measured.isAfter(now.minus(OLDEST)) && measured.isBefore(now.plus(NEWEST));
    }
}
