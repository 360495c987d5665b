package com.rjchronos.simulator.query;

import java.util.List;

/**
 * A dotted name in a query, a projection or a sort order.
 *
 * @param text as it was written
 * @param owner everything before the last dot, empty if there is none
 * @param attribute the last segment
 * @param segments all segments
 */
public record Path(String text, String owner, String attribute, List<String> segments) {

    public static Path of(String text) {
        int dot = text.lastIndexOf('.');
        String owner = dot < 0 ? "" : text.substring(0, dot);
        return new Path(text, owner, text.substring(dot + 1), List.of(text.split("\\.", -1)));
    }

    @Override
    public String toString() {
        return text;
    }
}
