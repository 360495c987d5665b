package com.rjchronos.model.acs;

import java.util.Optional;

/**
 * Which devices of an ACS are ours; at most one of both is there, and all are ours if none is.
 *
 * @param tag those that carry this tag in the ACS
 * @param query those that match this query of its NBI, as JSON
 */
public record AcsScope(Optional<String> tag, Optional<String> query) {
    /** Every device. */
    public static final AcsScope ALL = new AcsScope(Optional.empty(), Optional.empty());

    public AcsScope {
        if (tag.isPresent() && query.isPresent()) {
            throw new IllegalArgumentException("a scope is a tag or a query but was both");
        }
    }
}
