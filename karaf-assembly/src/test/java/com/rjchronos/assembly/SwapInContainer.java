package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
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
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Bundles come and go: the neighbours hear nothing of it, and what one did ends with it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SwapInContainer {
    private static final String ZTE = "com.rjchronos.connectors.zte";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    public void aConnectorIsSwappedAndNobodyElseHearsOfIt() throws Exception {
        String shipped = bundle(ZTE).getVersion().toString();
        Path deployed = Path.of(System.getProperty("karaf.base"), "deploy", "newer-zte.jar");
        Set<String> before = others();
        Set<String> heard = new ConcurrentSkipListSet<>();
        SynchronousBundleListener listener =
                event -> heard.add(event.getBundle().getSymbolicName());
        bundles.addBundleListener(listener);
        try {
            NewerJar.put(shippedJar(), "99.0.0", deployed);
            awaitZte("99.0.0");
            api.await("/api/sweeps?limit=10", PATIENCE, a -> a.body().contains("connector zte 99.0.0 came"));
            Files.delete(deployed);
            awaitZte(shipped);
            api.await("/api/sweeps?limit=10", PATIENCE, a -> a.body().contains("connector zte " + shipped + " came"));
        } finally {
            bundles.removeBundleListener(listener);
            Files.deleteIfExists(deployed);
        }

        assertEquals("stopped, started, updated or refreshed", Set.of(ZTE), heard);
        assertEquals(before, others());
    }

    @Test
    public void aClockThatIsRemovedFiresNoMore() throws Exception {
        Bundle scheduling = bundle("com.rjchronos.scheduling");
        assertTrue(threads().toString(), threads().stream().anyMatch(SwapInContainer::ofTheClock));

        scheduling.uninstall();
        Api.await(PATIENCE, SwapInContainer::threads, all -> all.stream().noneMatch(SwapInContainer::ofTheClock));

        installed(scheduling);
        Api.await(PATIENCE, SwapInContainer::threads, all -> all.stream().anyMatch(SwapInContainer::ofTheClock));
    }

    @Test
    public void aGatewayThatIsRemovedAsksNoMore() throws Exception {
        Bundle genieacs = bundle("com.rjchronos.genieacs");
        assertTrue(threads().toString(), threads().stream().anyMatch(SwapInContainer::ofAGateway));

        genieacs.uninstall();
        Api.await(PATIENCE, SwapInContainer::threads, all -> all.stream().noneMatch(SwapInContainer::ofAGateway));
        api.await("/api/health", PATIENCE, a -> !a.body().contains("acs-main"));

        installed(genieacs);
        Api.await(PATIENCE, SwapInContainer::threads, all -> all.stream().anyMatch(SwapInContainer::ofAGateway));
        api.await("/api/health", PATIENCE, a -> a.body().contains("\"acs-main\",\"status\":\"up\""));
    }

    private static boolean ofTheClock(String thread) {
        return thread.startsWith("chronos-scheduling");
    }

    private static boolean ofAGateway(String thread) {
        return thread.startsWith("genieacs-") || thread.endsWith("timer://probe");
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Another of the same, from where that one came. */
    private void installed(Bundle gone) throws Exception {
        Bundle again = bundles.installBundle(gone.getLocation());
        again.adapt(BundleStartLevel.class).setStartLevel(80);
        again.start();
    }

    private void awaitZte(String version) throws Exception {
        api.await("/api/connectors", PATIENCE, a -> a.status() == 200 && serving(a.json(), version));
    }

    private static boolean serving(JsonNode connectors, String version) {
        for (JsonNode connector : connectors) {
            if (connector.path("name").asText().equals("zte")) {
                return connector.path("version").asText().equals(version)
                        && connector.path("state").asText().equals("active");
            }
        }
        return false;
    }

    private Set<String> others() {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> !ZTE.equals(b.getSymbolicName()))
                .map(b -> b + " state=" + b.getState() + " lastModified=" + b.getLastModified())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Bundle bundle(String name) {
        List<Bundle> found = Arrays.stream(bundles.getBundles())
                .filter(b -> name.equals(b.getSymbolicName()))
                .toList();
        assertEquals(found.toString(), 1, found.size());
        return found.get(0);
    }

    private Path shippedJar() {
        String version = bundle(ZTE).getVersion().toString();
        return Path.of(
                System.getProperty("karaf.home"), "system/com/rjchronos", ZTE, version, ZTE + "-" + version + ".jar");
    }
}
