package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.Documents;
import com.rjchronos.testkit.PlannedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file that the guide shows is the file that is loaded here. */
class GuideFileTest {
    private static final Path ROOT = Path.of("../../..");
    private static final Path ACME = Path.of("src/test/resources/guide/acme.yaml");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- source: (\\S+) -->\n```yaml\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void theGuideShowsIt() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/connector-guide.md"));

        List<MatchResult> shown = SHOWN.matcher(guide).results().toList();

        assertThat(shown).hasSize(1);
        assertThat(ROOT.resolve(shown.get(0).group(1))).hasSameTextualContentAs(ACME);
        assertThat(Files.readString(ACME)).isEqualTo(shown.get(0).group(2) + "\n");
    }

    /** What the guide's connector in Java makes of it, too. */
    @Test
    void itReadsTheDocumentOfTheGuide() {
        Declaration acme = Declaration.of(ShippedFiles.text(ACME), name -> true);

        DeviceReading reading = acme.connector()
                .read(Documents.file(ROOT.resolve("bundles/testkit/src/test/resources/samples/ax2000.json")));

        assertThat(reading.kind()).isEqualTo(DeviceKind.ONU);
        assertThat(reading.model()).contains("AX-2000 Pro");
        assertThat(reading.optical().rx().flatMap(Measured::value)).contains(new OpticalPower(-20.813));
        assertThat(reading.optical().celsius().flatMap(Measured::value)).contains(43.0);
        assertThat(reading.optical().milliamperes().flatMap(Measured::value)).contains(9.0);
        assertThat(reading.optical().volts()).hasValueSatisfying(volts -> {
            assertThat(volts.raw()).isEqualTo("3290");
            assertThat(volts.value()).isEmpty();
        });
    }

    @Test
    void itPlansWhatTheGuideSaysOfItsWords() {
        VendorConnector acme =
                Declaration.of(ShippedFiles.text(ACME), name -> true).connector();
        DeviceReading old = acme.read(
                Documents.parse(
                        """
                {"InternetGatewayDevice":{
                  "LANDevice":{"1":{"WLANConfiguration":{"1":{"SSID":{"_value":"a"},"Channel":{"_value":1}}}}},
                  "WANDevice":{"1":{"WANConnectionDevice":{"1":{
                    "WANPPPConnection":{"1":{"ConnectionStatus":{"_value":"Connected"},"X_ACME_VlanId":{"_value":7}}}}}}}}}
                """));
        String network = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.";

        assertThat(PlannedSettings.of(acme, old, PlannedSettings.protection(Band.GHZ_2_4, Security.WPA3)))
                .containsExactly(network + "BeaconType=WPA3", network + "PreSharedKey.1.KeyPassphrase=12345678");
        assertThat(PlannedSettings.of(acme, old, PlannedSettings.wholeWifi(Band.GHZ_2_4, 6)))
                .contains(network + "SSIDAdvertisementEnabled=true");
        assertThat(PlannedSettings.of(acme, old, new DeviceIntent.ChangeVlan(300)))
                .containsExactly("InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1."
                        + "X_ACME_VlanId=300");
    }
}
