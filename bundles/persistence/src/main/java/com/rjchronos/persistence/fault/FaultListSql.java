package com.rjchronos.persistence.fault;

import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Sort;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements of a list of faults; values are bound, never written into them. */
record FaultListSql(FaultQuery query) {

    /** Wants what {@link #bind} binds, then limit and offset. */
    String rows() {
        return "select * from faults" + conditions() + order() + " limit ? offset ?";
    }

    /** Wants what {@link #bind} binds. */
    String total() {
        return "select count(*) from faults" + conditions();
    }

    /** Returns the next place. */
    int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        if (query.acs().isPresent()) {
            statement.setString(next++, query.acs().get().value());
        }
        if (query.device().isPresent()) {
            statement.setLong(next++, query.device().get().value());
        }
        for (Set<String> any : List.of(query.codes(), query.channels())) {
            if (!any.isEmpty()) {
                statement.setArray(next++, statement.getConnection().createArrayOf("text", any.toArray()));
            }
        }
        return next;
    }

    private String conditions() {
        List<String> all = new ArrayList<>();
        if (query.acs().isPresent()) {
            all.add("acs_id = ?");
        }
        if (query.device().isPresent()) {
            all.add("device_id = ?");
        }
        if (!query.codes().isEmpty()) {
            all.add("code = any(?)");
        }
        if (!query.channels().isEmpty()) {
            all.add("channel = any(?)");
        }
        query.present().ifPresent(present -> all.add(present ? "gone_at is null" : "gone_at is not null"));
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private String order() {
        String keys = query.sort().stream()
                .map(sort -> column(sort) + (sort.descending() ? " desc" : "") + " nulls last, ")
                .collect(Collectors.joining());
        return " order by " + keys + "id desc";
    }

    private static String column(Sort<FaultQuery.Key> sort) {
        return switch (sort.key()) {
            case ID -> "id";
            case ACS -> "acs_id";
            case DEVICE_ID -> "device_id";
            case CODE -> "code";
            case CHANNEL -> "channel";
            case RETRIES -> "retries";
            case REPORTED_AT -> "reported_at";
            case FIRST_SEEN -> "first_seen";
            case LAST_SEEN -> "last_seen";
            case GONE_AT -> "gone_at";
        };
    }
}
