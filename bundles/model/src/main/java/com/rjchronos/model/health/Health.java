package com.rjchronos.model.health;

/**
 * The health of one part.
 *
 * @param status how well it works
 * @param detail what an operator reads: what happened, to what, and what to do
 */
public record Health(Status status, String detail) {

    /** From good to bad. */
    public enum Status {
        UP,
        /** Works in part, or a neighbour outside the appliance is away. */
        DEGRADED,
        DOWN
    }

    public static Health up(String detail) {
        return new Health(Status.UP, detail);
    }

    public static Health degraded(String detail) {
        return new Health(Status.DEGRADED, detail);
    }

    public static Health down(String detail) {
        return new Health(Status.DOWN, detail);
    }
}
