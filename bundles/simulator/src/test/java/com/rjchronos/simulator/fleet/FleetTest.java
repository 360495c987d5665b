package com.rjchronos.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Path;
import com.rjchronos.simulator.query.Projection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T03:20:00Z"), ZoneOffset.UTC);
    private static final String HUAWEI_RX = "InternetGatewayDevice.WANDevice.1.X_GponInterafceConfig.RXPower";
    private static final String ZTE_RX = "InternetGatewayDevice.WANDevice.1.X_ZTE-COM_WANPONInterfaceConfig.RXPower";

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        String one = whole(Fleet.of(60, 1, CLOCK));
        String again = whole(Fleet.of(60, 1, CLOCK));
        String other = whole(Fleet.of(60, 2, CLOCK));

        assertThat(again).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void livesTheSameLifeForTheSameSeed() {
        Fleet one = Fleet.of(20, 1, CLOCK);
        Fleet again = Fleet.of(20, 1, CLOCK);

        for (Fleet fleet : List.of(one, again)) {
            fleet.register(3);
            Arrays.stream(fleet.devices()).forEach(device -> device.inform(CLOCK.millis() + 300_000));
        }

        assertThat(whole(again)).isEqualTo(whole(one));
    }

    @Test
    void givesEachDeviceItsOwnIdSerialAddressesAndNames() {
        Fleet fleet = Fleet.of(3_000, 1, CLOCK);
        Set<Object> ids = new HashSet<>();
        Set<Object> serials = new HashSet<>();
        Set<Object> users = new HashSet<>();
        Set<Object> urls = new HashSet<>();
        int withUser = 0;
        for (Device device : fleet.devices()) {
            ids.add(device.id());
            serials.add(device.identity().serial());
            urls.add(value(device, device.root() + ".ManagementServer.ConnectionRequestURL"));
            Object user = value(
                    device, "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1.Username");
            if (user != Document.ABSENT) {
                withUser++;
                users.add(user);
            }
        }

        assertThat(ids).hasSize(3_000);
        assertThat(serials).hasSize(3_000);
        assertThat(urls).hasSize(3_000);
        assertThat(withUser).isGreaterThan(1_000);
        assertThat(users).hasSize(withUser);
    }

    @Test
    void mixesTheModelsByWeight() {
        Map<String, Integer> byClass = new TreeMap<>();
        for (Device device : Fleet.of(4_000, 3, CLOCK).devices()) {
            byClass.merge(String.valueOf(device.identity().productClass()), 1, Integer::sum);
        }

        assertThat(byClass)
                .containsOnlyKeys("HG8245H", "F670L", "AN5506", "AX1800", "XC220-G3v", "AX-2000 Pro", "BM632w", "null");
        assertThat(byClass.get("HG8245H")).isBetween(1_130, 1_430);
        assertThat(byClass.get("F670L")).isBetween(850, 1_150);
        assertThat(byClass.get("XC220-G3v")).isBetween(200, 360);
        assertThat(byClass.get("BM632w")).isBetween(120, 280);
    }

    @Test
    void spreadsReceivedPowerAndSpeaksEveryEncoding() {
        int text = 0;
        int centi = 0;
        int microwatts = 0;
        for (Device device : Fleet.of(2_000, 1, CLOCK).devices()) {
            Object huawei = value(device, HUAWEI_RX);
            Object zte = value(device, ZTE_RX);
            assertThat(device.optics().rx()).isBetween(-29.0, -15.0);
            if (huawei instanceof String dbm) {
                text++;
                assertThat(Double.parseDouble(dbm)).isCloseTo(device.optics().rx(), within(0.006));
            } else if (huawei instanceof Long hundredths) {
                centi++;
                assertThat(hundredths / 100.0).isCloseTo(device.optics().rx(), within(0.006));
            }
            if (zte instanceof Long tenths) {
                microwatts++;
                assertThat(10 * Math.log10(tenths * 1e-4))
                        .isCloseTo(device.optics().rx(), within(0.4));
            }
        }

        assertThat(List.of(text, centi, microwatts)).allMatch(count -> count > 80);
    }

    @Test
    void movesOnlyTheTimestampsOfWhatAnInformRefreshes() {
        Fleet fleet = new Fleet(1, CLOCK);
        Device device = fleet.enrol("huawei-hg8245h", "E8614E", "HG8245H", "4857544382450005");
        long later = CLOCK.millis() + 300_000;
        Object before = time(device, "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.SSID");
        double rx = device.optics().rx();

        device.inform(later);

        assertThat(time(device, HUAWEI_RX)).hasToString("2026-11-23T03:25:00.000Z");
        assertThat(time(device, "InternetGatewayDevice.DeviceInfo.SoftwareVersion"))
                .hasToString("2026-11-23T03:25:00.000Z");
        assertThat(time(device, "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.SSID"))
                .isEqualTo(before);
        assertThat(device.at(Path.of("_lastInform"))).hasToString("2026-11-23T03:25:00.000Z");
        assertThat(device.optics().rx()).isCloseTo(rx, within(0.2)).isNotEqualTo(rx);
        assertThat(value(device, "InternetGatewayDevice.DeviceInfo.UpTime")).isEqualTo(300L);
    }

    @Test
    void escapesIdsAsGenieAcsDoes() {
        assertThat(Identity.of("Acme", "A0B1C2", "AX-2000 Pro", "AX/20-00009é").id())
                .isEqualTo("A0B1C2-AX%2D2000%20Pro-AX%2F20%2D00009%C3%A9");
        assertThat(Identity.of("x", "0000AA", null, "SN.1").id()).isEqualTo("0000AA-SN%2E1");
        assertThat(Identity.of("x", "0000AA", "a_b", "~(1)").id()).isEqualTo("0000AA-a_b-%7E%281%29");
    }

    @Test
    void answersAQueryWithWhatItWouldWrite() {
        for (Device device : Fleet.of(40, 5, CLOCK).devices()) {
            ByteSink out = new ByteSink(1024);
            device.write(Projection.NONE, out);
            Map<?, ?> written = (Map<?, ?>) Json.parseStored(out.toString());

            assertThat(walk(written, "_deviceId._SerialNumber"))
                    .isEqualTo(device.at(Path.of("_deviceId._SerialNumber")));
            assertThat(walk(written, "_lastInform")).isEqualTo(device.at(Path.of("_lastInform")));
            for (Template.Node node : device.template().nodes()) {
                for (String attribute : List.of("_value", "_type", "_timestamp", "_writable", "_object")) {
                    String path = node.path() + "." + attribute;
                    if (!node.shape().hidden
                            && (node.shape().timed || node.isLeaf() || !attribute.equals("_timestamp"))) {
                        assertThat(walk(written, path)).as(path).isEqualTo(device.at(Path.of(path)));
                    }
                }
            }
        }
    }

    @Test
    void keepsOneTemplateForAllDevicesOfAModel() {
        long templates = Arrays.stream(Fleet.of(500, 1, CLOCK).devices())
                .map(Device::template)
                .distinct()
                .count();

        assertThat(templates).isEqualTo(Models.all().size());
    }

    @Test
    void reportsTheLoadOfEachCoreAsZteDoes() {
        Device device = new Fleet(1, CLOCK).enrol("zte-f670l-v9", "68B6FC", "F670L", "ZTEG12345678");

        assertThat(value(device, "InternetGatewayDevice.DeviceInfo.X_ZTE-COM_CpuUsed"))
                .asString()
                .matches("\\d{1,2}%;\\d{1,2}%");
    }

    private static Object walk(Object document, String path) {
        Object here = document;
        for (String segment : path.split("\\.")) {
            here = here instanceof Map<?, ?> map && map.containsKey(segment) ? map.get(segment) : Document.ABSENT;
        }
        return here;
    }

    private static Object value(Device device, String parameter) {
        return device.at(Path.of(parameter + "._value"));
    }

    private static Object time(Device device, String parameter) {
        return device.at(Path.of(parameter + "._timestamp"));
    }

    private static String whole(Fleet fleet) {
        ByteSink out = new ByteSink(1 << 20);
        for (Document document : fleet.documents()) {
            document.write(Projection.NONE, out);
        }
        return out.toString();
    }
}
