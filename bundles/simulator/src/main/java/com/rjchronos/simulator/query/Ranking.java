package com.rjchronos.simulator.query;

import com.rjchronos.simulator.json.Moment;
import java.util.List;
import java.util.Map;

/** MongoDB's order of values: first by type, then within the type. */
final class Ranking {
    private Ranking() {}

    /** The bracket of a value; comparison operators match within one bracket only. */
    static int bracket(Object value) {
        if (value == null || value == Document.ABSENT) {
            return 1;
        }
        if (value instanceof Number) {
            return 2;
        }
        if (value instanceof String) {
            return 3;
        }
        if (value instanceof Map) {
            return 4;
        }
        if (value instanceof List) {
            return 5;
        }
        if (value instanceof Boolean) {
            return 8;
        }
        return value instanceof Moment ? 9 : 11;
    }

    static int compare(Object left, Object right) {
        int bracket = bracket(left);
        int other = bracket(right);
        if (bracket != other) {
            return Integer.compare(bracket, other);
        }
        return switch (bracket) {
            case 2 -> Double.compare(((Number) left).doubleValue(), ((Number) right).doubleValue());
            case 3 -> ((String) left).compareTo((String) right);
            case 8 -> Boolean.compare((Boolean) left, (Boolean) right);
            case 9 -> ((Moment) left).compareTo((Moment) right);
            case 5 -> compareLists((List<?>) left, (List<?>) right);
            case 4 -> left.equals(right) ? 0 : left.toString().compareTo(right.toString());
            default -> 0;
        };
    }

    static boolean same(Object left, Object right) {
        return bracket(left) == bracket(right) && compare(left, right) == 0;
    }

    private static int compareLists(List<?> left, List<?> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
