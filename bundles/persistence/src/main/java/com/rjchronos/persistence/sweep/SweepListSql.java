package com.rjchronos.persistence.sweep;

import com.rjchronos.model.page.Sort;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements of a list of sweeps; values are bound, never written into them. */
record SweepListSql(SweepQuery query) {

    /** Wants what {@link #bind} binds, then limit and offset. */
    String rows() {
        return "select * from sweeps" + conditions() + order() + " limit ? offset ?";
    }

    /** Wants what {@link #bind} binds. */
    String total() {
        return "select count(*) from sweeps" + conditions();
    }

    /** Returns the next place. */
    int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        if (query.acs().isPresent()) {
            statement.setString(next++, query.acs().get().value());
        }
        if (!query.kinds().isEmpty()) {
            String[] codes = query.kinds().stream().map(SweepKind::code).toArray(String[]::new);
            statement.setArray(next++, statement.getConnection().createArrayOf("text", codes));
        }
        if (!query.outcomes().isEmpty()) {
            String[] codes = query.outcomes().stream().map(SweepOutcome::code).toArray(String[]::new);
            statement.setArray(next++, statement.getConnection().createArrayOf("text", codes));
        }
        return next;
    }

    private String conditions() {
        List<String> all = new ArrayList<>();
        if (query.acs().isPresent()) {
            all.add("acs_id = ?");
        }
        if (!query.kinds().isEmpty()) {
            all.add("kind = any(?)");
        }
        if (!query.outcomes().isEmpty()) {
            all.add("outcome = any(?)");
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private String order() {
        String keys = query.sort().stream()
                .map(sort -> column(sort) + (sort.descending() ? " desc" : "") + " nulls last, ")
                .collect(Collectors.joining());
        return " order by " + keys + "id desc";
    }

    private static String column(Sort<SweepQuery.Key> sort) {
        return switch (sort.key()) {
            case ID -> "id";
            case ACS -> "acs_id";
            case KIND -> "kind";
            case STARTED_AT -> "started_at";
            case ENDED_AT -> "ended_at";
            case OUTCOME -> "outcome";
            case READ -> "read";
            case STORED -> "stored";
            case UNCHANGED -> "unchanged";
            case PARKED -> "parked";
            case FAILED -> "failed";
            case BYTES -> "bytes";
        };
    }
}
