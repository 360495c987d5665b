package com.rjchronos.model.problem;

/**
 * One broken rule of an input.
 *
 * @param field its name as the caller wrote it
 * @param reason the rule, and what came instead
 */
public record Violation(String field, String reason) {}
