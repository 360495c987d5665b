package com.rjchronos.simulator.json;

/**
 * A moment together with its JSON token, because the same moment is written many times.
 *
 * @param token quotes included
 */
public record Stamp(Moment moment, byte[] token) {

    public static Stamp at(long millis) {
        return new Stamp(new Moment(millis), Moment.token(millis));
    }

    public long millis() {
        return moment.millis();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stamp stamp && moment.equals(stamp.moment);
    }

    @Override
    public int hashCode() {
        return moment.hashCode();
    }
}
