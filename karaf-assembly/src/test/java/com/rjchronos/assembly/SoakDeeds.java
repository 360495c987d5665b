package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What happens to an appliance in a soak: every deed once in an order of chance, then all again in another. */
final class SoakDeeds {
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final List<String> HOUSE =
            List.of("persistence", "genieacs", "scheduling", "inventory", "rest", "web");
    private static final List<String> MISCHIEF = List.of("hang", "reset", "status500", "html", "truncate", "malformed");
    private static final List<String> VENDORS = List.of("fiberhome", "generic", "huawei", "intelbras", "tplink", "zte");

    private final Appliance appliance;
    private final SimulatedAcs acs;
    private final Api api;
    private final Random chance;
    private final List<Deed> all = new ArrayList<>();
    private final Deque<Deed> waiting = new ArrayDeque<>();
    private int done;

    /** One deed; while some are done nobody can be asked. */
    private record Deed(String name, boolean deaf, Step step) {}

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    SoakDeeds(Appliance appliance, SimulatedAcs acs, Api api, Random chance) {
        this.appliance = appliance;
        this.acs = acs;
        this.api = api;
        this.chance = chance;
        all.add(new Deed("a connector stops and starts", false, this::restartConnector));
        all.add(new Deed("a connector is updated", false, this::updateConnector));
        all.add(new Deed("a newer connector comes and goes", false, this::newerConnector));
        all.add(new Deed("a connector file goes and comes", false, this::connectorFile));
        HOUSE.forEach(part -> all.add(new Deed(part + " stops and starts", false, () -> exchange(part))));
        MISCHIEF.forEach(mode -> all.add(new Deed("GenieACS: " + mode, false, () -> misbehave(mode))));
        all.add(new Deed("GenieACS is slow", false, this::slow));
        all.add(new Deed("kill -9 of PostgreSQL", false, this::killDatabase));
        all.add(new Deed("kill -9 of the JVM", true, this::killAppliance));
    }

    boolean eachWasDone() {
        return done >= all.size();
    }

    /** Does the next deed while devices inform and register, and clients ask; each answer is of its resource, or says come back. */
    void next(Supplier<Clients> clients) throws Exception {
        if (waiting.isEmpty()) {
            List<Deed> order = new ArrayList<>(all);
            Collections.shuffle(order, chance);
            waiting.addAll(order);
        }
        Deed deed = waiting.poll();
        System.out.printf("%s  %3d  %s%n", Instant.now().truncatedTo(ChronoUnit.SECONDS), done + 1, deed.name());
        live();
        if (deed.deaf()) {
            deed.step().run();
        } else {
            try (Clients asking = clients.get()) {
                deed.step().run();
                live();
                asking.awaitMore(4);
                assertThat(asking.faults()).as(deed.name()).isEqualTo(Set.of());
            }
        }
        done++;
    }

    private void live() throws Exception {
        acs.inform(1 + chance.nextInt(60));
        if (chance.nextInt(4) == 0) {
            acs.register(1 + chance.nextInt(3));
        }
    }

    private void restartConnector() throws Exception {
        String vendor = vendor();
        shell("bundle:stop com.rjchronos.connectors." + vendor);
        live();
        shell("bundle:start com.rjchronos.connectors." + vendor);
        connector(vendor, c -> "active".equals(c.path("state").asText()));
    }

    private void updateConnector() throws Exception {
        String vendor = vendor();
        shell("bundle:update com.rjchronos.connectors." + vendor + " "
                + appliance.bundle("com.rjchronos.connectors." + vendor).toUri());
        connector(vendor, c -> "active".equals(c.path("state").asText()));
    }

    private void newerConnector() throws Exception {
        String vendor = vendor();
        Path dropped = appliance.data().resolve("deploy/" + vendor + "-newer.jar");
        NewerJar.put(appliance.bundle("com.rjchronos.connectors." + vendor), "99.0.0", dropped);
        connector(vendor, c -> c.path("version").asText().startsWith("99"));
        live();
        Files.delete(dropped);
        connector(
                vendor,
                c -> !c.path("version").asText().startsWith("99")
                        && "active".equals(c.path("state").asText()));
    }

    private void connectorFile() throws Exception {
        Path file = appliance.data().resolve("etc/connectors/nokia.yaml");
        String content = Files.readString(file);
        Files.delete(file);
        connector("nokia", c -> !"active".equals(c.path("state").asText()));
        Files.writeString(file, content);
        connector("nokia", c -> "active".equals(c.path("state").asText()));
    }

    private void exchange(String part) throws Exception {
        shell("bundle:stop com.rjchronos." + part);
        live();
        shell("bundle:start com.rjchronos." + part);
        answering();
    }

    private void misbehave(String mode) throws Exception {
        acs.misbehave(mode, chance.nextBoolean() ? 0 : 1 + chance.nextInt(100));
        live();
        sweep();
        acs.calm();
        answering();
    }

    private void slow() throws Exception {
        acs.slow(5);
        live();
        sweep();
        acs.calm();
    }

    private void killDatabase() throws Exception {
        long killed = appliance.postmaster();
        Appliance.kill(killed);
        Api.await(BACK, appliance::postmaster, now -> now != killed);
        answering();
    }

    private void killAppliance() throws Exception {
        appliance.killJvm();
        live();
        appliance.run(acs.url());
        answering();
    }

    /** Lets a sweep meet what was ordered, whatever becomes of it. */
    private void sweep() throws Exception {
        assertThat(appliance.chronos("shell", "chronos:sweep incremental"))
                .containsAnyOf("outcome=", "Nothing was swept");
    }

    private String vendor() {
        return VENDORS.get(chance.nextInt(VENDORS.size()));
    }

    private void answering() throws Exception {
        api.await("/api/devices?limit=5", BACK, a -> a.status() == 200);
        api.await("/api/connectors", BACK, a -> a.status() == 200);
    }

    /** Awaits an entry of the list of connectors; one that is not listed counts as away. */
    private void connector(String name, Predicate<JsonNode> wanted) throws Exception {
        Api.await(
                BACK,
                () -> {
                    Api.Answer answer = api.get("/api/connectors");
                    if (answer.status() != 200) {
                        throw new IllegalStateException(answer.body());
                    }
                    for (JsonNode connector : answer.json()) {
                        if (connector.path("name").asText().equals(name)) {
                            return connector;
                        }
                    }
                    return MissingNode.getInstance();
                },
                wanted);
    }

    private void shell(String command) throws Exception {
        assertThat(appliance.chronos("shell", command)).as(command).isBlank();
    }
}
