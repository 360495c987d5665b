package com.rjchronos.model.page;

/**
 * A window of a list.
 *
 * @param offset rows to skip, 0 or more
 * @param limit rows wanted, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(int offset, int limit) {
    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be 0 or more but was " + offset);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be within 1.." + MAX_LIMIT + " but was " + limit);
        }
    }
}
