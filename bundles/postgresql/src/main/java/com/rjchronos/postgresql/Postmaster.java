package com.rjchronos.postgresql;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's first process, whether this JVM started it or one that was killed. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(3);
    private static final Duration KILLED = Duration.ofSeconds(2);

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /** Starts a server in a session of its own, so that Ctrl-C at the appliance's terminal does not reach it. */
    static Postmaster start(List<String> commandLine, RunAs runAs, ServerLog log, Path directory) throws IOException {
        log.create();
        List<String> line = new ArrayList<>(List.of("setsid"));
        line.addAll(runAs.command(commandLine));
        Process process = Command.prepared(line, directory)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.file().toFile()))
                .start();
        return new Postmaster(process.toHandle());
    }

    /** The server that runs on a cluster. A pid file that speaks of some other program, or of the server of another
     * cluster, is removed, because PostgreSQL trusts it. */
    static Optional<Postmaster> runningOn(Path cluster) throws IOException, NoServerException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        boolean damaged = !pid.matches("[0-9]{1,10}");
        Optional<ProcessHandle> process = damaged ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        if (process.isEmpty() && !damaged) {
            return Optional
                    .empty(); // PostgreSQL itself sees that, and looks for orphans of the dead server by what the file
            // says
        }
        List<String> commandLine = damaged ? List.of() : commandLine(process.get());
        boolean ours = commandLine.contains(cluster.toString());
        if (commandLine.isEmpty()
                || !commandLine.get(0).endsWith("/postgres")
                || !ours && livesElsewhere(process.get(), cluster)) {
            LOG.info("Removing a stale pid file. file={} pid={}", pidFile, pid);
            Files.delete(pidFile);
            return Optional.empty();
        }
        if (!ours) {
            throw new NoServerException("the cluster " + cluster + " is held by process " + pid
                    + ", a PostgreSQL that was started for another path: " + String.join(" ", commandLine)
                    + "; stop it: kill -INT " + pid);
        }
        return Optional.of(new Postmaster(process.get()));
    }

    /** Whether it is surely the server of another cluster: a server's working directory is its cluster. */
    private static boolean livesElsewhere(ProcessHandle server, Path cluster) {
        Path workingDirectory = Path.of("/proc", Long.toString(server.pid()), "cwd");
        try {
            return !Files.isSameFile(workingDirectory, cluster);
        } catch (IOException e) {
            LOG.debug("The working directory of a PostgreSQL cannot be read. pid={}", server.pid(), e);
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** A zombie is dead too; where nobody reaps an adopted child (a JVM as process 1) it would seem to live for ever. */
    boolean isAlive() throws IOException {
        String state = proc(process, "stat");
        return process.isAlive() && !state.isEmpty() && state.charAt(state.lastIndexOf(')') + 2) != 'Z';
    }

    List<String> commandLine() throws IOException {
        return commandLine(process);
    }

    /** Stops the server: connections are cut and changes are on the disk; what does not end within 25 s is killed. */
    void stop() throws IOException {
        long began = System.nanoTime();
        signal("INT");
        if (!endsWithin(FAST)) {
            LOG.warn("PostgreSQL does not stop; ending it at once. pid={} seconds={}", pid(), FAST.toSeconds());
            signal("QUIT");
            if (!endsWithin(IMMEDIATE)) {
                process.destroyForcibly();
                endsWithin(KILLED);
            }
        }
        LOG.info(
                "PostgreSQL stopped. pid={} millis={}",
                pid(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private boolean endsWithin(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }

    private void signal(String name) throws IOException {
        Process kill = Command.prepared(List.of("/bin/sh", "-c", "kill -" + name + " " + pid()), Path.of("/"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        kill.getOutputStream().close();
    }

    private static List<String> commandLine(ProcessHandle process) throws IOException {
        String text = proc(process, "cmdline");
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\0", -1));
    }

    private static String proc(ProcessHandle process, String name) throws IOException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return ""; // it ended meanwhile
        }
    }
}
