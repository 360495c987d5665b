package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** Whoever writes a connector finds a device that wants one, captures it and tries what was written, before anything is installed. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ConnectorWritingInContainer {
    private static final String FILE =
            """
            name: trial
            version: 1.0.0
            speaks:
              manufacturer: .*
              oui: %s
            start: standard
            optical:
              temperature:
                - {path: Device.X_ACME_Transceiver.Temperature, encoding: TEMP_256}
            """;

    @Inject
    private SessionFactory shell;

    private final Api api = Container.api();

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void swept() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        api.await(
                "/api/devices?limit=1",
                Duration.ofSeconds(60),
                a -> a.status() == 200 && Integer.parseInt(a.header("X-Total-Count")) >= Container.DEVICES);
    }

    @Test
    public void fromADeviceThatWantsAConnectorToOneThatIsTried() throws Exception {
        JsonNode group = api.get("/api/connectors/unmatched").json().get(0);
        String device = group.path("example_device_id").asText();
        String serial =
                api.get("/api/devices/" + device).json().path("serial_number").asText();
        assertTrue(group.toString(), group.path("vendor_objects").isArray());
        assertTrue(said("chronos:unmatched").contains(group.path("oui").asText()));

        String wrote = said("chronos:capture " + device);
        Path captures = Container.data().resolve("captures");
        assertTrue(wrote, wrote.startsWith("Wrote " + captures));
        Path sample = Path.of(wrote.lines().findFirst().orElseThrow().substring("Wrote ".length()));
        String masked = Files.readString(sample);
        assertTrue(masked, masked.contains("Captured from a device and masked"));
        assertFalse(serial, masked.contains(serial));

        Path file = Files.createTempFile("trial", ".yaml");
        Files.writeString(file, FILE.formatted(group.path("oui").asText()));
        String onSample = said("chronos:connector-try --samples " + captures + " " + file);
        assertTrue(onSample, onSample.contains("trial 1.0.0: documents 1, read 1, failed 0, not claimed 0"));
        String onDevices = said("chronos:connector-try --most 3 " + file);
        assertTrue(onDevices, onDevices.contains("read by generic today"));
        assertTrue(onDevices, onDevices.contains("failed 0, not claimed 0"));
        assertFalse(api.get("/api/connectors").body().contains("\"trial\""));
    }

    @Test
    public void theGuidesFileIsTriedWithTheGuidesDocumentAsTheGuideShows() throws Exception {
        Path tree = Path.of(System.getProperty("chronos.test.etc"))
                .resolveSibling("")
                .normalize();
        Path file = tree.resolve("bundles/connectors/declared/src/test/resources/guide/acme.yaml");
        Path samples = tree.resolve("bundles/testkit/src/test/resources/samples");

        String said = said("chronos:connector-try --samples " + samples + " " + file);

        String shown = said.substring(0, said.indexOf("Time per document"));
        String guide = Files.readString(tree.resolve("docs/connector-guide.md"));
        assertTrue(shown, guide.contains(trimmed(shown).indent(4).replaceAll("(?m)^ +$", "")));
    }

    private static String trimmed(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    @Test
    public void aBundleIsTriedWithoutBeingInstalled() throws Exception {
        Path jar = jarOf("com.rjchronos.connectors.zte");

        String said = said("chronos:connector-try --most 4 " + jar);

        assertTrue(said, said.contains("read by zte today; no difference"));
        assertTrue(said, said.matches("(?s).*zte \\S+: documents 4, read 4, failed 0, not claimed 0.*"));
        assertEquals(8, api.get("/api/connectors").json().size());
    }

    private static Path jarOf(String name) throws Exception {
        Path system = Path.of(System.getProperty("karaf.home"), "system", "com", "rjchronos", name);
        try (var files = Files.walk(system)) {
            return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private String said(String command) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Session session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            session.execute(command);
        } finally {
            session.close();
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
