package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.connectors.generic.GenericConnector;
import com.rjchronos.connectors.huawei.HuaweiConnector;
import com.rjchronos.connectors.zte.ZteConnector;
import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whose device is whose, among all connectors that ship: a shared firmware takes nobody's device away. */
class DeskChoiceTest {
    private static final List<String> OTHERS = List.of("generic", "huawei", "zte");

    private final ConnectorDesk without = new ConnectorDesk(Duration.ofSeconds(30));
    private final ConnectorDesk with = new ConnectorDesk(Duration.ofSeconds(30));

    @BeforeEach
    void install() throws Exception {
        for (VendorConnector java : List.of(new GenericConnector(), new HuaweiConnector(), new ZteConnector())) {
            install(without, java);
            install(with, java);
        }
        for (String name : List.of("nokia", "ctcom")) {
            Declaration file = ShippedFiles.declaration(name);
            with.arrive("com.rjchronos.connectors.declared", new Version("0.1.0"), file.properties(), file.connector());
        }
    }

    @Test
    void everySampleOfTheOtherConnectorsKeepsItsReader() {
        List<DeviceDocument> documents = OTHERS.stream()
                .flatMap(name -> samples(Path.of("..", name, "src/test/resources/samples")))
                .toList();

        assertThat(documents).hasSizeGreaterThan(20);
        assertThat(documents).allSatisfy(document -> assertThat(reader(with, document))
                .isEqualTo(reader(without, document))
                .isIn(OTHERS));
    }

    /** Also where the serial tells nothing and only the maker's name is left to claim by. */
    @Test
    void aMakersDeviceWithASharedFirmwareStaysWithItsOwnConnector() {
        assertThat(samples(Path.of("src/test/resources/samples/ctcom")))
                .hasSize(4)
                .allSatisfy(document -> {
                    assertThat(reader(with, madeBy(document, "ZTE"))).isEqualTo("zte");
                    assertThat(reader(with, madeBy(document, "Huawei Technologies Co., Ltd")))
                            .isEqualTo("huawei");
                    assertThat(reader(with, madeBy(document, "Nokia"))).isEqualTo("nokia");
                    assertThat(reader(with, madeBy(document, "Somebody"))).isEqualTo("ctcom");
                });
    }

    @Test
    void theirOwnSamplesAreReadByThem() {
        for (String name : List.of("nokia", "ctcom")) {
            assertThat(samples(Path.of("src/test/resources/samples", name)))
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(reader(with, document)).isEqualTo(name));
        }
    }

    private static DeviceDocument madeBy(DeviceDocument document, String manufacturer) {
        DeviceIdentity was = document.identity();
        return new DeviceDocument(
                new DeviceIdentity(
                        was.acs(),
                        was.genieacsId(),
                        Optional.of(manufacturer),
                        was.oui(),
                        was.productClass(),
                        Optional.of("X1")),
                document.lastInform(),
                document.registered(),
                document.lastBoot(),
                document.tags(),
                document.parameters());
    }

    private static String reader(ConnectorDesk desk, DeviceDocument document) {
        Verdict verdict = desk.read(List.of(document), id -> Optional.empty()).get(0);
        return verdict instanceof Verdict.Read read ? read.connector() : verdict.toString();
    }

    private static Stream<DeviceDocument> samples(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*(?<![.]expected)[.]json"))
                    .map(Documents::file)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** As its component description says. */
    private static void install(ConnectorDesk desk, VendorConnector connector) throws Exception {
        String name = connector.getClass().getName();
        Map<String, Object> properties = new HashMap<>();
        try (InputStream xml = connector.getClass().getResourceAsStream("/OSGI-INF/" + name + ".xml")) {
            NodeList described = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("property");
            for (int i = 0; i < described.getLength(); i++) {
                Element property = (Element) described.item(i);
                String value = property.getAttribute("value") + property.getTextContent();
                properties.put(
                        property.getAttribute("name"), value.strip().lines().toArray(String[]::new));
            }
        }
        String bundle = connector.getClass().getPackageName();
        desk.arrive(bundle, new Version("0.1.0"), properties, connector);
    }
}
