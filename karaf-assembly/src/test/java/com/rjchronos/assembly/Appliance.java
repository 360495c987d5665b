package com.rjchronos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The archive that ships, unpacked and run by its own front door, as a process that can be killed. */
final class Appliance {
    private static final Path SCRATCH = Path.of(System.getProperty("chronos.scratch"));
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path program;
    private final Path data;
    private final int port;
    private Process door;
    private long pid;

    private Appliance(Path program, Path data) throws IOException {
        this.program = program;
        this.data = data;
        this.port = freePort();
    }

    static Appliance unpacked(String name) throws Exception {
        Path home = SCRATCH.resolve(name);
        run(List.of("rm", "-rf", home.toString()));
        Path program = Files.createDirectories(home.resolve("program"));
        run(List.of(
                "tar", "xzf", System.getProperty("chronos.archive"), "-C", program.toString(), "--strip-components=1"));
        return new Appliance(program, Files.createDirectories(home.resolve("data")));
    }

    Path data() {
        return data;
    }

    Path program() {
        return program;
    }

    long pid() {
        return pid;
    }

    int port() {
        return port;
    }

    /** The jar of a bundle of ours, as it ships. */
    Path bundle(String symbolicName) {
        String version = System.getProperty("chronos.version");
        return program.resolve(
                "system/com/rjchronos/" + symbolicName + "/" + version + "/" + symbolicName + "-" + version + ".jar");
    }

    Api api() {
        return new Api("http://127.0.0.1:" + port);
    }

    /** Writes a settings file: before the first start, or to be read at once. */
    void configure(String file, String content) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("etc")).resolve(file), content);
    }

    /** {@code ./chronos run}; returns when the ready file is there. */
    void run(String acsUrl) throws Exception {
        start("run", "--genieacs-url", acsUrl);
    }

    /** {@code ./chronos demo}; returns when the ready file is there. */
    void demo(int devices) throws Exception {
        start("demo", "--devices", Integer.toString(devices));
    }

    private void start(String mode, String option, String value) throws Exception {
        Path ready = data.resolveSibling("ready.json");
        Files.deleteIfExists(ready);
        door = new ProcessBuilder(
                        program.resolve("bin/chronos").toString(),
                        mode,
                        option,
                        value,
                        "--no-install",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--ready-file",
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("door.log").toFile()))
                .start();
        JsonNode told = Api.await(PATIENCE, () -> told(ready), t -> t != null);
        pid = told.path("pid").asLong();
    }

    /** What the front door said at its starts. */
    String said() throws IOException {
        return Files.readString(data.resolveSibling("door.log"));
    }

    private JsonNode told(Path ready) throws IOException {
        if (!door.isAlive()) {
            throw new AssertionError("the front door ended: " + said());
        }
        return Files.exists(ready) ? new ObjectMapper().readTree(Files.readString(ready)) : null;
    }

    /** kill -9 of the JVM, and the front door notices. */
    int killJvm() throws Exception {
        kill(pid);
        if (!door.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the front door did not notice that its JVM was killed");
        }
        return door.exitValue();
    }

    static void kill(long process) {
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
    }

    /** The process of the embedded PostgreSQL, as its own file says. */
    long postmaster() throws IOException {
        try (Stream<Path> found = Files.list(data.resolve("postgresql"))) {
            Path cluster = found.filter(p -> p.getFileName().toString().matches("[0-9]+"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(cluster.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .orElseThrow(() -> new IOException("postmaster.pid is not written yet"));
        }
    }

    /** Whether a process runs; one that ended and waits for its parent to ask (a zombie) does not, though Java calls it alive. */
    static boolean runs(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String state = Files.readString(stat);
            return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            if (Files.notExists(stat)) { // it ended while it was read
                return false;
            }
            throw e;
        }
    }

    /** A command of the front door; its output. */
    String chronos(String command, String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of(program.resolve("bin/chronos").toString(), command, "--data", data.toString()));
        line.addAll(List.of(arguments));
        return run(line);
    }

    /** A start that the front door must refuse; what it said. */
    String refused(String... arguments) throws Exception {
        List<String> line =
                new ArrayList<>(List.of(program.resolve("bin/chronos").toString()));
        line.addAll(List.of(arguments));
        Process process = started(line);
        String output = output(process);
        if (process.waitFor() != 1) {
            throw new AssertionError(line + " ended with " + process.exitValue() + " and said " + output);
        }
        return output;
    }

    static String run(List<String> command) throws Exception {
        Process process = started(command);
        String output = output(process);
        process.waitFor();
        return output;
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void close() throws Exception {
        chronos("stop");
        if (door != null && !door.waitFor(60, TimeUnit.SECONDS)) {
            door.destroyForcibly();
        }
    }
}
