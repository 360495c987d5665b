package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each feature of ours installs alone, on a container that has nothing of ours but the shell's key. Components may wait for neighbours. */
class FeaturesIT {
    private static final Pattern OURS = Pattern.compile("<feature name=\"(chronos-[a-z-]+)\"");
    private static Appliance appliance;
    private static Process jvm;

    @BeforeAll
    static void start() throws Exception {
        appliance = Appliance.unpacked("features");
        Path etc = appliance.program().resolve("etc");
        rewrite(etc.resolve("org.apache.karaf.features.cfg"), "chronos-appliance", "chronos-shell");
        rewrite(etc.resolve("org.apache.karaf.shell.cfg"), "sshPort *= *[0-9]+", "sshPort = " + Appliance.freePort());
        ProcessBuilder karaf = new ProcessBuilder(
                        appliance.program().resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(appliance.data().resolve("console.log").toFile());
        karaf.environment().put("KARAF_EXEC", "exec");
        karaf.environment().put("CHRONOS_DATA", appliance.data().toString());
        jvm = karaf.start();
        Api.await(Appliance.PATIENCE, () -> shell("feature:list -i --no-format"), o -> o.contains("chronos-shell"));
    }

    @AfterAll
    static void stop() throws Exception {
        jvm.destroy();
        jvm.waitFor();
    }

    /** One file in the deploy folder brings a connector with what it needs, and takes it away again. */
    @TestFactory
    Stream<DynamicTest> aKarInstallsItsConnector() {
        return Stream.of("generic", "huawei", "zte", "fiberhome", "intelbras", "tplink")
                .map(name -> DynamicTest.dynamicTest(name, () -> deploys(name)));
    }

    private static void deploys(String name) throws Exception {
        String file = "com.rjchronos.kar." + name + "-" + System.getProperty("chronos.version") + ".kar";
        Path kar = Path.of(System.getProperty("chronos.kars"), name, "target", file);
        Path deployed = appliance.program().resolve("deploy").resolve(file);
        Pattern active = Pattern.compile("(?m)Active.*com[.]rjchronos[.]connectors[.]" + name + "$");

        Files.copy(kar, deployed);
        Api.await(Appliance.PATIENCE, () -> shell("bundle:list -t 0 --no-format"), active.asPredicate());
        assertThat(shell("feature:list -i --no-format")).contains("chronos-connector-" + name, "chronos-house");

        Files.delete(deployed);
        Api.await(
                Appliance.PATIENCE,
                () -> shell("bundle:list -t 0 --no-format"),
                active.asPredicate().negate());
    }

    @TestFactory
    Stream<DynamicTest> installsAlone() throws Exception {
        Matcher names = OURS.matcher(Files.readString(repository()));
        return names.results()
                .map(r -> r.group(1))
                .filter(n -> !n.equals("chronos-shell"))
                .map(name -> DynamicTest.dynamicTest(name, () -> installs(name)));
    }

    private static void installs(String feature) throws Exception {
        try {
            String installed = shell(
                    "feature:install -r " + feature, "bundle:list -t 0 --no-format", "feature:list -i --no-format");
            assertThat(installed).doesNotContain("Error executing command");
            assertThat(installed.lines().filter(l -> l.strip().matches(feature + "\\s.*")))
                    .as("installed: %s", installed)
                    .isNotEmpty();
            assertThat(installed.lines().filter(l -> l.matches("\\s*\\d+\\s+(Installed|Failure|GracePeriod)\\s.*")))
                    .isEmpty();
        } finally {
            shell("feature:uninstall -r " + feature);
        }
    }

    private static String shell(String... commands) throws Exception {
        Path etc = appliance.program().resolve("etc");
        Matcher port = Pattern.compile("sshPort *= *([0-9]+)")
                .matcher(Files.readString(etc.resolve("org.apache.karaf.shell.cfg")));
        assertThat(port.find()).isTrue();
        Process client = new ProcessBuilder(
                        appliance.program().resolve("bin/client").toString(),
                        "-b",
                        "-h",
                        "127.0.0.1",
                        "-a",
                        port.group(1),
                        "-u",
                        "chronos",
                        "-k",
                        appliance.data().resolve("secrets/shell-key").toString())
                .redirectErrorStream(true)
                .start();
        try (var in = client.outputWriter()) {
            for (String command : List.of(commands)) {
                in.write(command + "\n");
            }
        }
        String output = new String(client.getInputStream().readAllBytes());
        client.waitFor();
        return output;
    }

    private static Path repository() {
        String version = System.getProperty("chronos.version");
        return appliance
                .program()
                .resolve("system/com/rjchronos/com.rjchronos.features/" + version + "/com.rjchronos.features-" + version
                        + "-features.xml");
    }

    private static void rewrite(Path file, String what, String by) throws Exception {
        Files.writeString(file, Files.readString(file).replaceAll(what, by));
    }
}
