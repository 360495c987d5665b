package com.rjchronos.model.acs;

/**
 * One thing that a look at an ACS showed.
 *
 * @param about what was looked at, in a word or two
 * @param sentence what was found and, where it is wrong, what to do
 */
public record AcsFinding(Level level, String about, String sentence) {

    /** How bad it is. */
    public enum Level {
        OK,
        WARNING,
        ERROR
    }

    public static AcsFinding ok(String about, String sentence) {
        return new AcsFinding(Level.OK, about, sentence);
    }

    public static AcsFinding warning(String about, String sentence) {
        return new AcsFinding(Level.WARNING, about, sentence);
    }

    public static AcsFinding error(String about, String sentence) {
        return new AcsFinding(Level.ERROR, about, sentence);
    }
}
