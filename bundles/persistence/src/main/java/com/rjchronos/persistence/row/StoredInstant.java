package com.rjchronos.persistence.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as the database keeps them: to the microsecond, in the years 1 to 9999. */
public final class StoredInstant {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final long PER_SECOND = 1_000_000;

    private StoredInstant() {}

    public static Instant of(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Microseconds since 1970. */
    public static long micros(Instant instant) {
        Instant stored = of(instant);
        return stored.getEpochSecond() * PER_SECOND + stored.getNano() / 1000;
    }

    public static Instant ofMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000);
    }

    /** As a parameter of a statement. */
    public static OffsetDateTime parameter(Instant instant) {
        return of(instant).atOffset(ZoneOffset.UTC);
    }

    public static OffsetDateTime parameter(Optional<Instant> instant) {
        return instant.map(StoredInstant::parameter).orElse(null);
    }

    public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? Optional.empty() : Optional.of(value.toInstant());
    }

    /** SQL that makes a {@code timestamptz} of a column of microseconds. */
    public static String sql(String column) {
        return "timestamptz 'epoch' + " + column + " * interval '1 microsecond'";
    }
}
