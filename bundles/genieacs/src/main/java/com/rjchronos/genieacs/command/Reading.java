package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;

/** Reads, or says as a problem that the ACS does not answer. */
public final class Reading {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Reading() {}

    /** One question to the ACS. */
    public interface Question<T> {
        T ask() throws NoAnswer;
    }

    public static <T> T of(Question<T> question) {
        try {
            return question.ask();
        } catch (NoAnswer e) {
            throw Problem.unavailable(e.getMessage(), SOON).thrown(e);
        }
    }
}
