package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Settings: every file says what the code says, a bad value is refused by name, and a corrected one heals without a restart. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SettingsInContainer {
    private static final Pattern LINE = Pattern.compile("^#? ?([a-z][A-Za-z0-9]*) *=(.*)$");
    private static final Path ETC = Path.of(System.getProperty("karaf.etc", "etc"));

    @Inject
    private BundleContext bundles;

    private final Api api = Container.api();

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void ready() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
    }

    @Test
    public void everyFileHoldsExactlyTheKeysAndDefaultsOfTheCode() throws Exception {
        Map<String, Map<String, String>> code = metatypes();
        Map<String, Map<String, String>> files = files();

        assertEquals(code.keySet(), files.keySet());
        code.forEach((pid, defaults) -> assertEquals(pid, defaults, files.get(pid)));
    }

    @Test
    public void aBadSettingIsRefusedByNameAndACorrectedOneHeals() throws Exception {
        Path file = ETC.resolve("com.rjchronos.inventory.cfg");
        String good = Files.readString(file);
        try {
            Files.writeString(file, good + "\nstaleAfterMinutes = many\n");
            Api.Answer sick = api.await(
                    "/api/health", Duration.ofSeconds(30), a -> a.body().contains("staleAfterMinutes"));
            assertTrue(sick.body(), sick.body().contains("com.rjchronos.inventory.cfg"));
            assertTrue(sick.body(), sick.body().contains("value=many"));
            assertTrue(sick.body(), sick.body().contains("must be a whole number"));
            Api.Answer without = api.await("/api/sweeps", Duration.ofSeconds(10), a -> a.status() != 200);
            assertEquals(without.body(), 503, without.status());
            assertFalse(without.header("Retry-After").isEmpty());
            assertEquals(
                    "what does not need the setting goes on",
                    200,
                    api.get("/api/devices").status());
        } finally {
            Files.writeString(file, good);
        }
        api.await("/api/sweeps", Duration.ofSeconds(30), a -> a.status() == 200);
        api.await("/api/health", Duration.ofSeconds(30), a -> !a.body().contains("staleAfterMinutes"));
    }

    /** PID → key → default, from the metatype documents of our bundles. */
    private Map<String, Map<String, String>> metatypes() throws Exception {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (Bundle bundle : bundles.getBundles()) {
            if (bundle.getSymbolicName().startsWith("com.rjchronos.")) {
                for (URL url : entries(bundle)) {
                    read(url, found);
                }
            }
        }
        return found;
    }

    private static List<URL> entries(Bundle bundle) {
        var entries = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        return entries == null ? List.of() : Collections.list(entries);
    }

    private static void read(URL url, Map<String, Map<String, String>> found) throws Exception {
        try (InputStream in = url.openStream()) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            Map<String, String> keys = new TreeMap<>();
            NodeList attributes = root.getElementsByTagName("AD");
            for (int i = 0; i < attributes.getLength(); i++) {
                Element attribute = (Element) attributes.item(i);
                keys.put(
                        attribute.getAttribute("id"),
                        attribute.getAttribute("default").replace("\\", ""));
            }
            Element designate = (Element) root.getElementsByTagName("Designate").item(0);
            if (designate != null) {
                String factory = designate.getAttribute("factoryPid");
                found.put(factory.isEmpty() ? designate.getAttribute("pid") : factory, keys);
            }
        }
    }

    /** PID → key → value, commented or not, from the files an operator edits. */
    private static Map<String, Map<String, String>> files() throws IOException {
        Map<String, Map<String, String>> found = new TreeMap<>();
        // the files as they ship: the container under test rewrote those that it edited
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("chronos.test.etc")))) {
            for (Path file : all.filter(p -> p.getFileName().toString().matches("com[.]rjchronos[.].*[.]cfg"))
                    .toList()) {
                String name = file.getFileName().toString();
                Map<String, String> keys = new TreeMap<>();
                Arrays.stream(Files.readString(file).split("\n"))
                        .map(LINE::matcher)
                        .filter(Matcher::matches)
                        .forEach(m -> keys.put(m.group(1), m.group(2).strip()));
                found.put(name.substring(0, name.length() - 4).replaceFirst("-.*", ""), keys);
            }
        }
        return found;
    }
}
