package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** The house stands: every bundle is active, every component has what it needs, nothing is shipped twice. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HouseInContainer {
    @Inject
    private BundleContext bundles;

    @Inject
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void ready() throws Exception {
        Container.api().await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
    }

    @Test
    public void everyBundleIsActive() {
        List<String> idle = Arrays.stream(bundles.getBundles())
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(b -> b.getState() != Bundle.ACTIVE && !lazy(b))
                .map(b -> b.getSymbolicName() + " state=" + b.getState())
                .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    public void noComponentOfOursIsUnsatisfied() throws Exception {
        List<String> missing = Api.await(Duration.ofSeconds(30), this::unsatisfied, List::isEmpty);
        assertEquals(List.of(), missing);
    }

    @Test
    public void privateBundlesExportNothing() {
        List<String> open = ours().filter(b -> !List.of("model", "spi", "api", "port", "camel")
                        .contains(b.getSymbolicName().substring("com.rjchronos.".length())))
                .filter(b -> b.getHeaders().get(Constants.EXPORT_PACKAGE) != null)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), open);
    }

    @Test
    public void jacksonIsThereOnce() {
        long copies = Arrays.stream(bundles.getBundles())
                .filter(b -> "com.fasterxml.jackson.core.jackson-databind".equals(b.getSymbolicName()))
                .count();
        assertEquals(1, copies);
    }

    @Test
    public void entitiesAreWoven() throws Exception {
        Bundle persistence = ours().filter(b -> b.getSymbolicName().equals("com.rjchronos.persistence"))
                .findFirst()
                .orElseThrow();
        var resources = persistence.findEntries("com/rjchronos/persistence", "*Entity.class", true);
        assertTrue("there are entities", resources != null && resources.hasMoreElements());
        while (resources.hasMoreElements()) {
            String path = resources.nextElement().getPath();
            String name = path.substring(1, path.length() - ".class".length()).replace('/', '.');
            Class<?> entity = persistence.loadClass(name);
            assertTrue(name, Arrays.stream(entity.getInterfaces()).anyMatch(i -> i.getSimpleName()
                    .equals("PersistenceWeaved")));
        }
    }

    private List<String> unsatisfied() {
        List<String> found = new ArrayList<>();
        components.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new)).forEach(description -> components
                .getComponentConfigurationDTOs(description)
                .forEach(c -> {
                    if (c.state != ComponentConfigurationDTO.ACTIVE && c.state != ComponentConfigurationDTO.SATISFIED) {
                        found.add(description.name + " state=" + c.state + " " + c.failure);
                    }
                }));
        return found;
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(bundles.getBundles())
                .filter(b -> b.getSymbolicName().startsWith("com.rjchronos."));
    }

    private static boolean lazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
