package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program run to its end, with an empty input, no inherited environment and a time limit.
 *
 * @param line the program and its arguments
 * @param directory where it runs
 */
record Command(List<String> line, Path directory) {
    private static final int OUTPUT_LIMIT = 1 << 16;

    /**
     * What came of a command.
     *
     * @param code 0 is success
     * @param output both streams, as one text
     */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    /** Runs it; a program that is not there is an outcome like any other failure. */
    Outcome run(Duration limit, StopSignal stop) throws StopSignal.StoppedException {
        try {
            Process process =
                    prepared(line, directory).redirectErrorStream(true).start();
            process.getOutputStream().close();
            awaitEnd(process, limit, stop);
            byte[] output = process.getInputStream().readNBytes(OUTPUT_LIMIT);
            return new Outcome(process.exitValue(), new String(output, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return new Outcome(-1, e.getMessage());
        }
    }

    /** A process to be, cleared of PGDATA, PGPORT, locales and whatever else surrounds the appliance. */
    static ProcessBuilder prepared(List<String> line, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C"));
        return builder;
    }

    private void awaitEnd(Process process, Duration limit, StopSignal stop)
            throws IOException, StopSignal.StoppedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            boolean late = System.nanoTime() > deadline;
            if (late || stop.isAsked()) {
                end(process);
                stop.throwIfAsked();
                throw new IOException(line.get(0) + " did not end within " + limit.toSeconds() + " s");
            }
            pause(process);
        }
    }

    private static void pause(Process process) {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroy();
        }
    }

    private static void end(Process process) {
        process.destroy(); // initdb cleans up after itself when it is asked to end
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
