package com.rjchronos.model.acs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How what an ACS does with its devices by itself differs from what this appliance needs.
 *
 * @param changes in the order in which they are made; empty if nothing is to do
 */
public record AcsSetupDiff(AcsId acs, List<Change> changes) {

    /** What is put into an ACS. */
    public enum Kind {
        PROVISION,
        PRESET
    }

    /**
     * One thing that is missing or says something else.
     *
     * @param before what it says now; empty if it is not there
     * @param after what it has to say: a script, or a preset as JSON
     */
    public record Change(Kind kind, String name, Optional<String> before, String after) {}

    public AcsSetupDiff {
        changes = List.copyOf(changes);
    }

    public boolean nothingToDo() {
        return changes.isEmpty();
    }

    /** Equal diffs have the same: 24 hexadecimal digits of a SHA-256. */
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
