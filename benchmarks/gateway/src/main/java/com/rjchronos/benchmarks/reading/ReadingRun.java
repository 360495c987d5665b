package com.rjchronos.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code ./chronos bench reading [--quick]}: prints the table and writes it beside those of the other benchmarks. */
public final class ReadingRun {
    private static final double TARGET = 0.35;

    /** One line of the table; a target of nothing is none. */
    private record Row(String name, Page page, int bytes, double value, String unit, Optional<Double> target) {
        boolean reached() {
            return target.isEmpty() || value >= target.get();
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %-28s | %-6s | %,7d B | %,12.2f %-11s | %-7s |",
                    name,
                    page,
                    bytes,
                    value,
                    unit,
                    target.isEmpty() ? "" : "≥ " + target.get() + (reached() ? " ok" : " MISSED"));
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "%n{\"name\":\"%s\",\"document\":\"%s\",\"bytes\":%d,\"value\":%.4f,\"unit\":\"%s\",\"target\":\"%s\",\"reached\":%s}",
                    name,
                    page,
                    bytes,
                    value,
                    unit,
                    target.map(t -> "≥ " + t).orElse(""),
                    target.isEmpty() ? "null" : reached());
        }
    }

    private ReadingRun() {}

    public static void main(String[] arguments) throws Exception {
        Collection<RunResult> results = measured(List.of(arguments).contains("--quick"));
        List<Row> rows = new ArrayList<>();
        for (Page page : Page.values()) {
            int bytes = page.fetch().length / Page.DOCUMENTS;
            RunResult walk = find(results, "walk", page);
            rows.add(new Row("bare token walk", page, bytes, score(walk), "documents/s", Optional.empty()));
            rows.add(new Row("walk, allocated", page, bytes, allocated(walk), "B/document", Optional.empty()));
            for (String what : List.of("documents", "readings")) {
                RunResult run = find(results, what, page);
                rows.add(new Row(what, page, bytes, score(run), "documents/s", Optional.empty()));
                rows.add(new Row(what + ", allocated", page, bytes, allocated(run), "B/document", Optional.empty()));
                rows.add(new Row(what + " ÷ walk", page, bytes, score(run) / score(walk), "×", Optional.of(TARGET)));
            }
        }
        rows.forEach(row -> System.out.println(row.line()));
        write(rows);
    }

    private static Collection<RunResult> measured(boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Reading.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx256m")
                .forks(quick ? 1 : 3);
        if (quick) {
            options.warmupIterations(3).measurementIterations(2);
        }
        return new Runner(options.build()).run();
    }

    private static RunResult find(Collection<RunResult> results, String method, Page page) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().endsWith("." + method))
                .filter(r -> r.getParams().getParam("page").equals(page.name()))
                .findFirst()
                .orElseThrow();
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** Bytes a document. */
    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(e -> e.getKey().endsWith("gc.alloc.rate.norm"))
                .map(e -> (Result<?>) e.getValue())
                .findFirst()
                .orElseThrow()
                .getScore();
    }

    private static void write(List<Row> rows) throws IOException {
        Path results = Files.createDirectories(
                Path.of(System.getProperty("chronos.root", ".")).resolve("benchmarks/results"));
        Path file = results.resolve(Instant.now().toString().replace(':', '-') + "-reading.json");
        StringBuilder json = new StringBuilder("{\"at\":\"" + Instant.now() + "\",\"processors\":"
                + Runtime.getRuntime().availableProcessors() + ",\"rows\":[");
        json.append(String.join(",", rows.stream().map(Row::json).toList())).append("\n]}\n");
        Files.writeString(file, json);
        System.out.println("\nWritten to " + file);
    }
}
