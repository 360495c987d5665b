package com.rjchronos.shell;

import com.rjchronos.model.connector.Trial;
import com.rjchronos.model.connector.Trial.Attempt;
import com.rjchronos.model.connector.Trial.Field;
import com.rjchronos.model.connector.Trial.Outcome;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.karaf.shell.support.table.ShellTable;

/** What a trial showed: a table a document, and a summary. */
final class TrialReport {
    private final Trial trial;

    TrialReport(Trial trial) {
        this.trial = trial;
    }

    /** @param all also fields that stay the same */
    void print(PrintStream out, boolean all) {
        trial.attempts().forEach(attempt -> print(out, attempt, all));
        summary().forEach(out::println);
    }

    private void print(PrintStream out, Attempt attempt, boolean all) {
        out.println(attempt.document() + ": " + headline(attempt));
        List<Field> shown =
                attempt.fields().stream().filter(f -> all || f.differs()).toList();
        if (!shown.isEmpty()) {
            ShellTable table = Desk.table("", "field", "today", trial.connector() + " " + trial.version());
            shown.forEach(f -> table.addRow()
                    .addContent(f.name(), f.today().orElse(""), f.then().orElse("")));
            table.print(out);
        }
        out.println();
    }

    private static String headline(Attempt attempt) {
        String today = attempt.today().map(t -> "read by " + t + " today").orElse("read by nobody today");
        return switch (attempt.outcome()) {
            case READ -> attempt.fields().stream().anyMatch(Field::differs) ? today : today + "; no difference";
            case FAILED -> today + "; FAILED: " + attempt.detail().orElse("");
            case LEFT -> today + "; not claimed, left to: " + attempt.detail().orElse("nobody");
        };
    }

    List<String> summary() {
        String said = trial.connector() + " " + trial.version() + ": documents "
                + trial.attempts().size() + ", read "
                + count(Outcome.READ) + ", failed " + count(Outcome.FAILED) + ", not claimed " + count(Outcome.LEFT)
                + "; fields gained " + fields(Field::gained) + ", lost " + fields(Field::lost) + ", changed "
                + fields(f -> f.differs() && !f.gained() && !f.lost()) + ".";
        String time = "Time per document: mean " + millis(mean()) + " ms, longest " + millis(longest())
                + " ms (the first ones load its classes).";
        String end = (trial.attempts().isEmpty()
                        ? "No device that is known would be read by it; --devices tells who reads one. "
                        : "")
                + "Nothing was stored or installed.";
        return trial.cutShort()
                .map(why -> List.of(said, "Cut short: " + why, time, end))
                .orElse(List.of(said, time, end));
    }

    private long count(Outcome outcome) {
        return trial.attempts().stream().filter(a -> a.outcome() == outcome).count();
    }

    private long fields(Predicate<Field> which) {
        return trial.attempts().stream()
                .flatMap(a -> a.fields().stream())
                .filter(which)
                .count();
    }

    private Duration mean() {
        long read = count(Outcome.READ);
        return read == 0
                ? Duration.ZERO
                : trial.attempts().stream()
                        .filter(a -> a.outcome() == Outcome.READ)
                        .map(Attempt::took)
                        .reduce(Duration.ZERO, Duration::plus)
                        .dividedBy(read);
    }

    private Duration longest() {
        return trial.attempts().stream()
                .map(Attempt::took)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e6);
    }
}
