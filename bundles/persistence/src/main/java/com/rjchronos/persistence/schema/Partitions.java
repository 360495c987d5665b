package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.trail.RetentionClass;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees that a partition exists before a row needs it. Asks the database once for each. */
public final class Partitions {
    private static final int REMEMBERED = 500;

    private final Transactions transactions;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Partitions(Transactions transactions) {
        this.transactions = transactions;
    }

    public void ensureReadings(LocalDate day) {
        ensure("device_readings", day, "select ensure_day(?, ?)");
    }

    /** @param forgetful whether to forget first what it knows, because retention may have dropped some */
    public void ensureChangeLog(Instant at, boolean forgetful) {
        if (forgetful) {
            known.clear();
        }
        ensure("change_log", day(at), "select ensure_day(?, ?)");
    }

    public void ensureTrail(RetentionClass retention, Instant at) {
        ensure(retention.code(), YearMonth.from(day(at)).atDay(1), "select ensure_trail_month(?, ?)");
    }

    /** Makes those that today and the next days need. */
    public void ensureAhead(Instant now) {
        for (int days = 0; days <= 2; days++) {
            ensureReadings(day(now).plusDays(days));
            ensure("change_log", day(now).plusDays(days), "select ensure_day(?, ?)");
        }
        for (RetentionClass retention : RetentionClass.values()) {
            ensureTrail(retention, now);
            ensureTrail(
                    retention, day(now).plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private void ensure(String parent, LocalDate first, String sql) {
        String name = parent + " " + first;
        if (known.contains(name)) {
            return;
        }
        transactions.write(connection -> {
            try (PreparedStatement call = connection.prepareStatement(sql)) {
                call.setString(1, parent);
                call.setObject(2, first);
                return call.execute();
            }
        });
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.add(name);
    }
}
