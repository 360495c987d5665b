package com.rjchronos.connectors.declared;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file: how the last look saw it, the connector it has in service, and what is wrong with it. */
final class FollowedFile {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedFile.class);

    private final String shown;
    private FileStamp seen;
    private FileStamp judged;
    private String complaint = "";
    private String text = "";
    private Declaration serving;
    private Runnable withdrawal = () -> {};

    /** @param shown its name for people */
    FollowedFile(String shown) {
        this.shown = shown;
    }

    /** Takes note of a look; true if the one before saw the same. */
    boolean sees(FileStamp stamp) {
        boolean same = stamp.equals(seen);
        seen = stamp;
        return same;
    }

    /** Takes note of a look that missed it; true if the one before did too. */
    boolean misses() {
        boolean again = seen == null;
        seen = null;
        return again;
    }

    boolean isJudged(FileStamp stamp) {
        return stamp.equals(judged);
    }

    /** Has it judged again, if something was wrong with it. */
    void reconsider() {
        if (!complaint.isEmpty()) {
            judged = null;
        }
    }

    Optional<Declaration> serving() {
        return Optional.ofNullable(serving);
    }

    /** Whether this is what its connector was made from. */
    boolean says(String content) {
        return serving != null && text.equals(content);
    }

    /** It is in order and says what it said before. */
    void stays(FileStamp stamp) {
        if (!complaint.isEmpty()) {
            LOG.info("Connector file is in order again. file={} serving={}", shown, serving);
        }
        judged = stamp;
        complaint = "";
    }

    /** It says something new, which is in service; only then what it said before goes. */
    void serves(FileStamp stamp, String content, Declaration declaration, Runnable out) {
        LOG.info("Connector file in service. file={} connector={} before={}", shown, declaration, word(serving));
        Runnable before = withdrawal;
        serving = declaration;
        withdrawal = out;
        text = content;
        stays(stamp);
        before.run();
    }

    /** It breaks a rule, and is not looked into again before it changes. */
    void breaks(FileStamp stamp, FileRefusedException e) {
        judged = stamp;
        complain(e.getMessage());
    }

    /** Something is wrong with it. */
    void complain(String what) {
        if (!what.equals(complaint)) {
            complaint = what;
            LOG.error("Connector file refused. file={} {} serving={}", shown, what, word(serving));
        }
    }

    /** What is wrong with it, for people. */
    Optional<String> complaint() {
        return complaint.isEmpty()
                ? Optional.empty()
                : Optional.of("Connector file refused: file=" + shown + " " + complaint
                        + (serving == null
                                ? ". It has no connector in service."
                                : ". Its connector " + serving + " keeps serving as it was."));
    }

    /** It is gone, and so is its connector. */
    void leaves() {
        LOG.info("Connector file out of service. file={} connector={}", shown, word(serving));
        serving = null;
        withdrawal.run();
        withdrawal = () -> {};
    }

    private static String word(Declaration declaration) {
        return declaration == null ? "none" : declaration.toString();
    }
}
