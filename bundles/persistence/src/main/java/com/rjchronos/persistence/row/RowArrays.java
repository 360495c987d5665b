package com.rjchronos.persistence.row;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Binds many rows to one statement, one array a column, in the order of its {@code unnest}.
 *
 * <p>Absent values are null; instants travel as microseconds ({@link StoredInstant#sql}).
 */
public final class RowArrays<R> {
    private final PreparedStatement statement;
    private final Connection connection;
    private final List<R> rows;
    private int index;

    /** Columns follow {@code before} parameters that are bound otherwise. */
    public RowArrays(PreparedStatement statement, int before, List<R> rows) throws SQLException {
        this.statement = statement;
        this.connection = statement.getConnection();
        this.index = before;
        this.rows = rows;
    }

    public RowArrays<R> text(Function<R, String> value) throws SQLException {
        String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return bind("text", column);
    }

    public RowArrays<R> number(ToLongFunction<R> value) throws SQLException {
        long[] column = new long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.applyAsLong(rows.get(i));
        }
        return bind("int8", column);
    }

    public RowArrays<R> optionalNumber(Function<R, Optional<? extends Number>> value) throws SQLException {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i)).map(Number::longValue).orElse(null);
        }
        return bind("int8", column);
    }

    public RowArrays<R> instant(Function<R, Optional<Instant>> value) throws SQLException {
        return optionalNumber(row -> value.apply(row).map(StoredInstant::micros));
    }

    /** Numbers that are not finite in single precision become null. */
    public RowArrays<R> real(Function<R, Optional<Double>> value) throws SQLException {
        Float[] column = new Float[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i))
                    .map(Double::floatValue)
                    .filter(f -> Float.isFinite(f))
                    .orElse(null);
        }
        return bind("float4", column);
    }

    public RowArrays<R> flag(Function<R, Optional<Boolean>> value) throws SQLException {
        Boolean[] column = new Boolean[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i)).orElse(null);
        }
        return bind("bool", column);
    }

    private RowArrays<R> bind(String type, Object column) throws SQLException {
        index++;
        if (column instanceof Object[] objects) {
            statement.setArray(index, connection.createArrayOf(type, objects));
        } else {
            // primitives: only the driver's own method takes them
            statement.setArray(
                    index, connection.unwrap(org.postgresql.PGConnection.class).createArrayOf(type, column));
        }
        return this;
    }
}
