package com.rjchronos.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A data directory of an appliance for one test; the binaries in it are links to those that the first test unpacked. */
final class Workplace implements AutoCloseable {
    static final ServerSettings SETTINGS = new ServerSettings(Optional.empty(), 0, 16, 20, 128, Duration.ofSeconds(60));
    private static final Path TESTS = Path.of("target", "postgresql-tests").toAbsolutePath();
    private static final Path UNPACKED = shared("unpacked-");
    private static final Path TEMPLATE = shared("template-");

    final Path data;

    private Workplace(Path data) {
        this.data = data;
    }

    /** A directory in which the binaries are unpacked already. */
    static Workplace prepared() throws Exception {
        return preparedIn(TESTS);
    }

    /** A directory with a cluster that has been made and stopped before, which is quicker than making one. */
    static Workplace initialised() throws Exception {
        Workplace place = prepared();
        Path template = template();
        for (String part : List.of("postgresql/18", "postgresql/run-as", "secrets")) {
            if (Files.exists(template.resolve(part))) {
                Path target = place.data.resolve(part);
                run("cp", "-a", template.resolve(part).toString(), target.toString());
            }
        }
        return place;
    }

    static Workplace preparedIn(Path parent) throws Exception {
        Workplace place = emptyIn(parent);
        Layout layout = place.layout().realised();
        link(unpacked(), layout.binaries());
        return place;
    }

    static Workplace empty() throws IOException {
        return emptyIn(TESTS);
    }

    private static Workplace emptyIn(Path parent) throws IOException {
        Path data = parent.resolve("data-" + Long.toHexString(System.nanoTime()));
        Files.createDirectories(data);
        return new Workplace(data);
    }

    Layout layout() throws NoServerException {
        Release release = Release.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));
        return new Layout(data.resolve("postgresql"), data.resolve("secrets").resolve("postgresql-superuser"), release);
    }

    EmbeddedPostgres appliance() {
        return appliance(SETTINGS);
    }

    EmbeddedPostgres appliance(ServerSettings settings) {
        return new EmbeddedPostgres(settings, data);
    }

    /** The process number that the server wrote into its cluster. */
    long pid() throws IOException, NoServerException {
        return Long.parseLong(
                Files.readAllLines(layout().cluster().resolve("postmaster.pid")).get(0));
    }

    /** Processes of PostgreSQL that name this directory. */
    List<Long> serverProcesses() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(data.toString()))
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains("postgres"))
                .filter(pid -> pid != ProcessHandle.current().pid())
                .toList();
    }

    @Override
    public void close() throws IOException {
        serverProcesses().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        await("the server's end", () -> serverProcesses().isEmpty());
        new Tree(data).delete();
    }

    static void await(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            return false; // not yet
        }
    }

    /** A configuration with the defaults of the metatype but for these. */
    static EmbeddedPostgres.Config config(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>();
        Stream.of(EmbeddedPostgres.Config.class.getDeclaredMethods())
                .forEach(method -> all.put(method.getName(), method.getDefaultValue()));
        all.putAll(values);
        return (EmbeddedPostgres.Config) Proxy.newProxyInstance(
                Workplace.class.getClassLoader(),
                new Class<?>[] {EmbeddedPostgres.Config.class},
                (proxy, method, arguments) -> all.get(method.getName()));
    }

    static void execute(EmbeddedPostgres appliance, String sql) throws SQLException {
        try (Connection connection = appliance.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres appliance, String sql) throws SQLException {
        try (Connection connection = appliance.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static boolean isRoot() throws IOException {
        return Ownership.ofThisProcess().isRoot();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return ""; // ended meanwhile
        }
    }

    private static Path shared(String prefix) {
        Path path = TESTS.resolve(prefix + ProcessHandle.current().pid());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(path)));
        return path;
    }

    private static void remove(Path path) {
        try {
            if (Files.exists(path)) {
                new Tree(path).delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path template() throws Exception {
        if (!Files.exists(TEMPLATE)) {
            Workplace place = prepared();
            EmbeddedPostgres appliance = place.appliance();
            execute(appliance, "SELECT 1");
            appliance.stop();
            Files.move(place.data, TEMPLATE);
        }
        return TEMPLATE;
    }

    private static void run(String... line) throws Exception {
        Command.Outcome outcome = new Command(List.of(line), TESTS).run(Duration.ofSeconds(30), new StopSignal());
        if (!outcome.succeeded()) {
            throw new AssertionError(String.join(" ", line) + ": " + outcome.output());
        }
    }

    private static synchronized Path unpacked() throws Exception {
        Layout layout = new Workplace(UNPACKED).layout().realised();
        new Binaries(layout).ensure(new StopSignal());
        return layout.binaries();
    }

    private static void link(Path from, Path to) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(from)) {
            sources = walk.toList();
        }
        for (Path source : sources) {
            Path target = to.resolve(from.relativize(source));
            if (Files.isSymbolicLink(source)) {
                Files.createSymbolicLink(target, Files.readSymbolicLink(source));
            } else if (Files.isDirectory(source)) {
                Files.createDirectory(target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
            } else {
                linkFile(source, target);
            }
        }
    }

    private static void linkFile(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (FileSystemException e) {
            Files.copy(source, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES); // another file system
        }
    }
}
