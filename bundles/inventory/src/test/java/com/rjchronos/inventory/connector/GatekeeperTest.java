package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.BundleRoll.Absent;
import com.rjchronos.model.connector.ConnectorStatus.State;
import com.rjchronos.model.reading.DeviceReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

@Timeout(60)
class GatekeeperTest {
    private static final String SPI = "com.rjchronos.spi";

    @TempDir
    Path directory;

    private final List<Swap> seen = new ArrayList<>();
    private Framework felix;
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private Gatekeeper gatekeeper;
    private BundleRoll roll;

    @BeforeEach
    void start() throws Exception {
        felix = new Framework(directory.resolve("cache"));
        gatekeeper = new Gatekeeper(felix.context(), directory.resolve("system"), this::saw);
        gatekeeper.stand();
        roll = new BundleRoll(felix.context(), gatekeeper, desk);
        shipped(SPI, "Export-Package: com.rjchronos.spi;version=1.0.0\n").start();
    }

    @AfterEach
    void stop() {
        felix.close();
    }

    @Test
    void whatShipsRunsAlsoWhileTheSettingsAreRefused() throws Exception {
        Bundle shipped = shipped("com.rjchronos.connectors.huawei", "Import-Package: com.rjchronos.spi\n");

        shipped.start();

        assertThat(shipped.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(seen).isEmpty();
    }

    @Test
    void aStrangerRunsByDefaultSettings() throws Exception {
        trust(new Trust.Any());

        Bundle stranger = dropped("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        stranger.start();

        assertThat(stranger.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void saysOfAJarThatIsNotInstalledWhetherItMightBe() throws Exception {
        Path jar = jar("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        trust(new Trust.Hashes(Set.of()));
        assertThat(gatekeeper.refusal(jar))
                .hasValueSatisfying(reason -> assertThat(reason).contains("connectorHashes"));

        trust(new Trust.Hashes(Set.of(BundleContent.sha256(jar).orElseThrow())));
        assertThat(gatekeeper.refusal(jar)).isEmpty();
    }

    @Test
    void aStrangerDoesNotEvenResolveAndItIsSaidWithItsHash() throws Exception {
        trust(new Trust.Hashes(Set.of()));
        Path jar = jar("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        Bundle stranger = install(jar);

        assertThatThrownBy(stranger::start).isInstanceOf(BundleException.class);
        assertThatThrownBy(stranger::start).isInstanceOf(BundleException.class);

        String hash = BundleContent.sha256(jar).orElseThrow();
        assertThat(stranger.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(roll.absent()).singleElement().satisfies(a -> {
            assertThat(a.state()).isEqualTo(State.REFUSED);
            assertThat(a.who().connector()).isEqualTo("acme");
            assertThat(a.reason()).contains("connectorHashes").contains(hash);
        });
        assertThat(seen).singleElement().isInstanceOfSatisfying(Swap.Refused.class, r -> assertThat(
                        r.who().content())
                .isEqualTo(hash));
    }

    @Test
    void itsHashLetsItInWithoutARestart() throws Exception {
        trust(new Trust.Hashes(Set.of()));
        Path jar = jar("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        Bundle stranger = install(jar);
        assertThatThrownBy(stranger::start).isInstanceOf(BundleException.class);

        trust(new Trust.Hashes(Set.of(BundleContent.sha256(jar).orElseThrow())));
        gatekeeper.reconsider();

        assertThat(stranger.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(roll.absent()).extracting(Absent::state).doesNotContain(State.REFUSED);
    }

    @Test
    void anUpdateWithOtherBytesIsJudgedAnew() throws Exception {
        Path jar = jar("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        trust(new Trust.Hashes(Set.of(BundleContent.sha256(jar).orElseThrow())));
        Bundle stranger = install(jar);
        stranger.start();

        Path other = jar("com.x.acme", "Import-Package: com.rjchronos.spi\nX-Evil: yes\n");
        stranger.stop();
        try (InputStream in = Files.newInputStream(other)) {
            stranger.update(in);
        }
        felix.refresh(stranger);

        assertThatThrownBy(stranger::start).isInstanceOf(BundleException.class);
        assertThat(stranger.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void theCoordinatesOfAShippedOneAreNotItsBytes() throws Exception {
        trust(new Trust.Hashes(Set.of()));
        artifact("com.rjchronos.connectors.zte", "Import-Package: com.rjchronos.spi\n");
        Path forged = jar("com.rjchronos.connectors.zte", "Import-Package: com.rjchronos.spi\nX-Evil: yes\n");

        Bundle bundle = install(forged, "mvn:com.rjchronos/com.rjchronos.connectors.zte/1.0.0");

        assertThatThrownBy(bundle::start).isInstanceOf(BundleException.class);
    }

    @Test
    void whoIsTrustedNoMoreIsTurnedOut() throws Exception {
        trust(new Trust.Any());
        Bundle stranger = dropped("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        stranger.start();

        trust(new Trust.Hashes(Set.of()));
        gatekeeper.reconsider();

        felix.await(() -> stranger.getState() == Bundle.INSTALLED);
        assertThat(roll.absent()).extracting(Absent::state).containsExactly(State.REFUSED);
    }

    @Test
    void neitherAFragmentNorADynamicNorAnOptionalImportIsAWayAround() throws Exception {
        trust(new Trust.Hashes(Set.of()));
        Bundle fragment = dropped("com.x.fragment", "Fragment-Host: com.rjchronos.spi\n");
        Bundle optional = dropped("com.x.optional", "Import-Package: com.rjchronos.spi;resolution:=optional\n");
        Bundle greedy = dropped("com.x.greedy", "DynamicImport-Package: *\n");
        greedy.start();

        assertThatThrownBy(optional::start).isInstanceOf(BundleException.class);
        felix.resolve(fragment);
        assertThat(fragment.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(greedy.getResource("com/rjchronos/spi/readme.txt")).isNull();
        trust(new Trust.Any());
        assertThat(greedy.getResource("com/rjchronos/spi/readme.txt")).isNotNull();
    }

    @Test
    void whatNeedsNothingOfOursIsNoneOfItsBusiness() throws Exception {
        trust(new Trust.Hashes(Set.of()));
        Bundle other = dropped("com.x.library", "");

        other.start();

        assertThat(other.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void aConnectorThatDoesNotResolveSaysWhatItNeeds() throws Exception {
        trust(new Trust.Any());
        dropped("com.x.acme", "Import-Package: com.rjchronos.spi;version=\"[2,3)\"\n");
        dropped("com.x.other", "Import-Package: com.rjchronos.spi,com.y.missing;version=\"1.2\"\n");
        dropped("com.x.idle", "Import-Package: com.rjchronos.spi\n");

        assertThat(roll.absent())
                .extracting(a -> a.who().connector() + " " + a.state() + " " + a.reason())
                .containsExactlyInAnyOrder(
                        "acme UNRESOLVED It needs com.rjchronos.spi [2.0.0,3.0.0), the appliance has 1.0.0.",
                        "other UNRESOLVED It needs com.y.missing 1.2.0 or newer, which the appliance does not have.",
                        "idle UNRESOLVED It is installed but was not started.");
    }

    @Test
    void aBundleOfWhichNoConnectorCameIsNamed() throws Exception {
        trust(new Trust.Any());
        Bundle acme = dropped("com.x.acme", "Import-Package: com.rjchronos.spi\n");
        Bundle stopped = dropped("com.x.stopped", "Import-Package: com.rjchronos.spi\n");
        Bundle other = dropped("com.x.other", "Import-Package: com.rjchronos.spi\n");
        acme.start();
        stopped.start();
        stopped.stop();
        other.start();
        other.getBundleContext().registerService(Runnable.class, () -> {}, null);

        assertThat(roll.absent())
                .extracting(a -> a.who().connector() + " " + a.state() + " " + a.reason())
                .satisfiesExactlyInAnyOrder(
                        silent -> assertThat(silent).startsWith("acme UNRESOLVED No connector came of its bundle"),
                        idle -> assertThat(idle)
                                .isEqualTo("stopped UNRESOLVED It is stopped: chronos shell bundle:start "
                                        + stopped.getBundleId() + "."));

        desk.arrive("com.x.acme", new Version("1.0.0"), Map.of(), DeviceReading::of);
        stopped.uninstall();
        assertThat(roll.absent()).isEmpty();
    }

    private synchronized void saw(Swap swap) {
        seen.add(swap);
    }

    private void trust(Trust trust) {
        gatekeeper.trust(new TrustSettings(trust));
    }

    private Bundle shipped(String name, String headers) throws Exception {
        return install(artifact(name, headers), "mvn:com.rjchronos/" + name + "/1.0.0");
    }

    private Path artifact(String name, String headers) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("system/com/rjchronos/" + name + "/1.0.0"));
        return Files.copy(jar(name, headers), folder.resolve(name + "-1.0.0.jar"));
    }

    private Bundle dropped(String name, String headers) throws Exception {
        return install(jar(name, headers));
    }

    private Bundle install(Path jar) throws Exception {
        return install(jar, "file:" + jar);
    }

    private Bundle install(Path jar, String location) throws Exception {
        try (InputStream in = Files.newInputStream(jar)) {
            return felix.context().installBundle(location, in);
        }
    }

    private Path jar(String name, String headers) throws IOException {
        return Framework.jar(Files.createTempDirectory(directory, "jar").resolve(name + ".jar"), name, headers);
    }
}
