package com.rjchronos.model.problem;

/** The kinds of problem; {@code rest} maps each to one HTTP status by an exhaustive switch. */
public enum ProblemKind {
    /** The input breaks a rule; the violations name field and rule. */
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    PRECONDITION_FAILED,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    TOO_MANY_REQUESTS,
    /** A neighbour is away for a while; try again. */
    UNAVAILABLE
}
