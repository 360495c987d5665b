package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.settings.SettingsException;
import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

@Timeout(60)
class DeclaredConnectorsTest {
    private static final String ACME = "name: acme\nversion: 1.0.0\nspeaks: {oui: A0B1C2}\n";

    /** What happens at the container's registry. */
    private final BlockingQueue<String> registry = new LinkedBlockingQueue<>();

    /** What was said of the files that came: the last SHA-256 of each. */
    private final Map<String, String> files = new ConcurrentHashMap<>();

    @TempDir
    Path data;

    @Test
    void registersAConnectorForEachFileAndFollowsThem() throws Exception {
        Path directory = Files.createDirectories(data.resolve("etc/connectors"));
        writeLongAgo(directory.resolve("acme.yaml"), ACME);
        DeclaredConnectors connectors = connectors("etc/connectors");

        assertThat(registry.poll(20, TimeUnit.SECONDS)).isEqualTo("+acme 1.0.0");
        assertThat(files)
                .containsEntry(
                        directory.resolve("acme.yaml").toString(),
                        "205474f1060b90d195ff1503f48543c8e0e4ddd2ca0cd1e4e9b5930452c9a676");
        Files.writeString(directory.resolve("acme.yaml"), ACME.replace("1.0.0", "1.0.1"));
        assertThat(registry.poll(20, TimeUnit.SECONDS)).isEqualTo("+acme 1.0.1");
        assertThat(registry.poll(20, TimeUnit.SECONDS)).isEqualTo("-acme 1.0.0");
        assertThat(connectors.health().status()).isEqualTo(Health.Status.UP);

        connectors.stop();
        assertThat(registry.poll()).isEqualTo("-acme 1.0.1");
    }

    @Test
    void saysInHealthWhatIsWrongWithAFile() throws Exception {
        Path directory = Files.createDirectories(data.resolve("elsewhere"));
        writeLongAgo(directory.resolve("bad.yaml"), "name: bad\n");
        DeclaredConnectors connectors = connectors(directory.toString());

        Health health = connectors.health();
        while (health.status() == Health.Status.UP) { // until the first look is over
            Thread.onSpinWait();
            health = connectors.health();
        }

        assertThat(health.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(health.detail()).contains("bad.yaml", "line=1", "must have version");
        connectors.stop();
    }

    @Test
    void refusesADirectoryThatIsNone() {
        assertThatThrownBy(() -> connectors(" "))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("key=directory")
                .hasMessageContaining("must be the path of a directory");
    }

    private DeclaredConnectors connectors(String directory) {
        return new DeclaredConnectors(
                bundle(),
                proxy(DeclaredConnectors.Config.class, (method, arguments) -> directory),
                Map.of("service.pid", "com.rjchronos.connectors.declared", "directory", directory));
    }

    /** The part of a container that is used: it knows where the data are, and takes services in and out. */
    private BundleContext bundle() {
        return proxy(BundleContext.class, (method, arguments) -> switch (method) {
            case "getProperty" -> "karaf.base".equals(arguments[0]) ? data.toString() : null;
            case "registerService" -> registered((VendorConnector) arguments[1], (Dictionary<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private ServiceRegistration<?> registered(VendorConnector connector, Dictionary<?, ?> properties) {
        assertThat(connector).isNotNull();
        files.put(
                properties.get("chronos.location").toString(),
                properties.get("chronos.sha256").toString());
        String said = properties.get("chronos.connector") + " " + properties.get("chronos.version");
        registry.add("+" + said);
        return proxy(ServiceRegistration.class, (method, arguments) -> {
            registry.add("-" + said);
            return null;
        });
    }

    private interface Calls {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.answer(method.getName(), arguments)));
    }

    private static void writeLongAgo(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3_600)));
    }
}
