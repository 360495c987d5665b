package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection.Type;
import com.rjchronos.model.reading.Wlan.Band;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static final DeviceReading TR098 = Plans.DEVICE.wans(List.of(
            Plans.wan("InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANIPConnection.1", Type.DHCP, null)));
    private static final DeviceReading TR181 =
            Plans.DEVICE.wlans(List.of(Plans.tr181(1, Band.GHZ_5, "Device.WiFi.Radio.1", "Device.WiFi.AccessPoint.1")));
    private static final DeviceIntent PING = new DeviceIntent.Ping("8.8.8.8", 4);
    private static final DeviceIntent TRACE = new DeviceIntent.Traceroute("isp.example");
    private static final DeviceIntent SPEED = new DeviceIntent.SpeedTest(URI.create("http://speed.example/100M"));

    @Test
    void startsAPingWithTheLastOfItsParametersAndSaysWhereTheFiguresAre() {
        assertThat(Plans.settings(plan(TR098, PING)))
                .containsExactly(
                        "InternetGatewayDevice.IPPingDiagnostics.Host=8.8.8.8",
                        "InternetGatewayDevice.IPPingDiagnostics.NumberOfRepetitions=4",
                        "InternetGatewayDevice.IPPingDiagnostics.Timeout=5000",
                        "InternetGatewayDevice.IPPingDiagnostics.DataBlockSize=64",
                        "InternetGatewayDevice.IPPingDiagnostics.DiagnosticsState=Requested");
        assertThat(results(TR098, PING)).containsExactly("InternetGatewayDevice.IPPingDiagnostics");
    }

    @Test
    void tracesARoute() {
        assertThat(Plans.settings(plan(TR181, TRACE)))
                .startsWith("Device.IP.Diagnostics.TraceRoute.Host=isp.example")
                .endsWith("Device.IP.Diagnostics.TraceRoute.DiagnosticsState=Requested");
    }

    @Test
    void measuresTheSpeedOfADownload() {
        assertThat(Plans.settings(plan(TR098, SPEED)))
                .containsExactly(
                        "InternetGatewayDevice.DownloadDiagnostics.DownloadURL=http://speed.example/100M",
                        "InternetGatewayDevice.DownloadDiagnostics.DiagnosticsState=Requested");
    }

    @Test
    void findsTheObjectsOfEachDataModel() {
        assertThat(List.of(PING, TRACE, SPEED))
                .flatExtracting(intent -> results(TR098, intent))
                .containsExactly(
                        "InternetGatewayDevice.IPPingDiagnostics",
                        "InternetGatewayDevice.TraceRouteDiagnostics",
                        "InternetGatewayDevice.DownloadDiagnostics");
        assertThat(List.of(PING, TRACE, SPEED))
                .flatExtracting(intent -> results(TR181, intent))
                .containsExactly(
                        "Device.IP.Diagnostics.IPPing",
                        "Device.IP.Diagnostics.TraceRoute",
                        "Device.IP.Diagnostics.DownloadDiagnostics");
    }

    @Test
    void doesNotGuessTheDataModel() {
        assertThat(List.of(PING, TRACE, SPEED))
                .allSatisfy(intent ->
                        assertThat(Plans.reason(plan(Plans.DEVICE, intent))).contains("TR-098 or TR-181"));
    }

    private static List<String> results(DeviceReading device, DeviceIntent intent) {
        return ((Plan.Calls) plan(device, intent)).results();
    }

    private static Plan plan(DeviceReading device, DeviceIntent intent) {
        return Plans.plan(device, intent, WanDialect.STANDARD, WifiDialect.STANDARD);
    }
}
