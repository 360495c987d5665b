package com.rjchronos.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.connectors.fiberhome.FiberhomeConnector;
import com.rjchronos.connectors.generic.GenericConnector;
import com.rjchronos.connectors.huawei.HuaweiConnector;
import com.rjchronos.connectors.intelbras.IntelbrasConnector;
import com.rjchronos.connectors.tplink.TplinkConnector;
import com.rjchronos.connectors.zte.ZteConnector;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.ServiceProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.Version;

/** The connectors that ship, side by side on the desk: none takes another's devices, and their questions fit into one request. */
class ConnectorsTogetherTest {
    private static final List<VendorConnector> SHIPPED = List.of(
            new GenericConnector(),
            new HuaweiConnector(),
            new ZteConnector(),
            new FiberhomeConnector(),
            new IntelbrasConnector(),
            new TplinkConnector());

    /** Said in the connector guide; the NBI itself refuses a request from 16 KB on. */
    private static final int LONGEST_PROJECTION = 6_000;

    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(20));

    ConnectorsTogetherTest() {
        SHIPPED.forEach(connector -> desk.arrive(
                connector.getClass().getPackageName(),
                new Version("1"),
                Map.copyOf(ServiceProperties.of(connector.getClass())),
                connector));
    }

    @TestFactory
    Stream<DynamicTest> eachSampleIsReadByItsOwnConnector() {
        return SHIPPED.stream().flatMap(connector -> samples(nameOf(connector)).stream()
                .map(sample -> DynamicTest.dynamicTest(
                        nameOf(connector) + " " + sample.getFileName(),
                        () -> assertThat(readerOf(Documents.file(sample))).isEqualTo(nameOf(connector)))));
    }

    @Test
    void whatTheyAskForTogetherFitsIntoOneRequest() {
        assertThat(desk.connectors()).hasSize(SHIPPED.size());
        assertThat(String.join(",", desk.projection())).hasSizeBetween(1_000, LONGEST_PROJECTION);
    }

    private String readerOf(DeviceDocument document) {
        Verdict verdict = desk.read(List.of(document), id -> Optional.empty()).get(0);
        return verdict instanceof Verdict.Read read ? read.connector() : verdict.toString();
    }

    private static String nameOf(VendorConnector connector) {
        String bundle = connector.getClass().getPackageName();
        return bundle.substring(bundle.lastIndexOf('.') + 1);
    }

    private static List<Path> samples(String connector) {
        Path folder = Path.of("../bundles/connectors", connector, "src/test/resources/samples");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
            assertThat(samples).as("documents in " + folder).isNotEmpty();
            return samples;
        } catch (IOException e) {
            throw new AssertionError("cannot list " + folder, e);
        }
    }
}
