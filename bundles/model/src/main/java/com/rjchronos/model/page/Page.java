package com.rjchronos.model.page;

import java.util.List;

/**
 * A window of a list, and how long the list is.
 *
 * @param items the rows of the window, in order
 * @param total the rows of the whole list; may be up to two seconds old
 */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
