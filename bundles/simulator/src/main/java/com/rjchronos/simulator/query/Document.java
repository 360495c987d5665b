package com.rjchronos.simulator.query;

import com.rjchronos.simulator.json.ByteSink;

/** One document of a collection, whatever it is made of. */
public interface Document {

    /** What {@link #at} returns where the document has nothing. */
    Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "absent";
        }
    };

    /** The value at a path: a plain JSON value, a date, or {@link #ABSENT}. */
    Object at(Path path);

    /** Appends the projected document as one JSON object. */
    void write(Projection projection, ByteSink out);
}
