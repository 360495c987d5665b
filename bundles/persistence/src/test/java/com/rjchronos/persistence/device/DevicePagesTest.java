package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.Device.Attachment;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceQuery.Filter;
import com.rjchronos.model.device.DeviceQuery.Key;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.Lifecycle;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePagesTest {
    private static final Filter ALL = Filter.ALL;
    private static Shelf shelf;
    private static List<Device> fleet;

    @BeforeAll
    static void fill() {
        shelf = new Shelf();
        List<DeviceReading> readings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readings.add(Fleet.onu(i, Fleet.NOW.plusSeconds(i * 31 % 17)));
        }
        readings.add(Fleet.bare("100%25 bare_one"));
        readings.add(Fleet.bare("router")
                .model(Optional.of("AX-2000 Pro"))
                .lanIp(Optional.of("10.1.2.3"))
                .wans(List.of(WanConnection.of("Device.IP.Interface.1", WanConnection.Type.DHCP)
                        .connected(Optional.of(true))))
                .wlans(Fleet.onu(77, Fleet.NOW).wlans().subList(1, 2)));
        shelf.store.apply(Fleet.batch(
                shelf.sweep, Fleet.NOW, readings.stream().map(Fleet::discovered).toList()));
        shelf.asOwner(
                """
                insert into olts (id, name) values (7, 'OLT Centro');
                insert into olt_ports (id, olt_id, frame, slot, port_number) values (70, 7, 0, 2, 11);
                insert into subscribers (id, full_name, address_street) values (9, 'Maria', 'Rua A');
                update devices set olt_port_id = 70 where id % 5 = 0;
                update devices set subscriber_id = 9, lifecycle = 'installed' where id % 10 = 0;
                update devices set status_id = 3 where id % 7 = 0;
                update devices set status_id = 4 where id % 7 = 1;
                update device_state set status_id = 2 where device_id % 3 = 0;
                """);
        fleet = page(ALL, List.of()).items();
    }

    @AfterAll
    static void close() {
        shelf.close();
    }

    @Test
    void showsADeviceWholeWithWhereItHangs() {
        Device device =
                fleet.stream().filter(d -> d.id().value() == 10).findFirst().orElseThrow();

        assertThat(shelf.store.find(new DeviceId(10))).contains(device);
        assertThat(device.reading()).isEqualTo(Fleet.onu(9, Fleet.NOW.plusSeconds(9 * 31 % 17)));
        assertThat(device.lifecycle()).isEqualTo(Lifecycle.INSTALLED);
        assertThat(device.createdAt()).isEqualTo(Fleet.NOW);
        assertThat(device.attachment())
                .isEqualTo(new Attachment(
                        Optional.of(7L),
                        Optional.of("0/2/11"),
                        Optional.of(2),
                        Optional.of(11),
                        Optional.of("Maria"),
                        Optional.of("Rua A")));
        assertThat(shelf.store.find(new DeviceId(4711))).isEmpty();
    }

    @Test
    void goesThroughTheFleetWindowByWindow() {
        List<Device> gathered = new ArrayList<>();
        for (int offset = 0; offset < 60; offset += 10) {
            Page<Device> page = shelf.store.page(new DeviceQuery(ALL, List.of(), new PageRequest(offset, 10)));
            assertThat(page.total()).isEqualTo(42);
            gathered.addAll(page.items());
        }

        assertThat(gathered).isEqualTo(fleet).hasSize(42);
        assertThat(fleet).isSortedAccordingTo(Comparator.comparing(d -> d.id().value()));
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void sortsNothingLastInBothDirections(Key key) {
        for (boolean descending : new boolean[] {false, true}) {
            List<Device> sorted =
                    page(ALL, List.of(new Sort<>(key, descending))).items();

            assertThat(sorted).containsExactlyElementsOf(expected(key, descending));
        }
    }

    @Test
    void sortsBySeveralKeys() {
        List<Device> sorted = page(ALL, List.of(new Sort<>(Key.STATUS, true), new Sort<>(Key.RX_POWER, false)))
                .items();

        Comparator<Device> byStatus =
                Comparator.comparing((Device d) -> d.status().code()).reversed();
        Comparator<Device> byRx =
                Comparator.comparing(d -> value(d, Key.RX_POWER), Comparator.nullsLast(Comparator.naturalOrder()));
        assertThat(sorted)
                .containsExactlyElementsOf(fleet.stream()
                        .sorted(byStatus.thenComparing(byRx).thenComparing(d -> d.id().value()))
                        .toList());
    }

    @Test
    void filtersByEveryCondition() {
        check(with(f -> f.kind = Optional.of(DeviceKind.CPE)), d -> d.kind() == DeviceKind.CPE);
        check(
                with(f -> f.status = Set.of(DeviceStatus.OFFLINE, DeviceStatus.DISABLED)),
                d -> d.status() == DeviceStatus.OFFLINE || d.status() == DeviceStatus.DISABLED);
        check(
                with(f -> f.model = Set.of("AX-2000 Pro", "none")),
                d -> d.reading().model().equals(Optional.of("AX-2000 Pro")));
        check(
                with(f -> f.manufacturer = Set.of("Huawei Technologies Co., Ltd")),
                d -> d.reading().identity().manufacturer().isPresent());
        check(
                with(f -> f.productClass = Set.of("HG8245H5")),
                d -> d.reading().identity().productClass().isPresent());
        check(with(f -> f.softwareVersion = Set.of("V5R020C00S101", "V5R020C00S103")), d -> d.reading()
                .softwareVersion()
                .filter(v -> v.endsWith("1") || v.endsWith("3"))
                .isPresent());
        check(
                with(f -> f.hardwareVersion = Set.of("260D.A")),
                d -> d.reading().hardwareVersion().isPresent());
        check(with(f -> f.oltId = Optional.of(7L)), d -> d.id().value() % 5 == 0);
        Instant since = Fleet.NOW.plusSeconds(8);
        check(
                with(f -> f.lastInformSince = Optional.of(since)),
                d -> d.reading().lastInform().filter(t -> !t.isBefore(since)).isPresent());
        check(
                with(f -> f.hasExternalIp = Optional.of(true)),
                d -> d.reading().externalIp().isPresent());
        check(
                with(f -> f.hasExternalIp = Optional.of(false)),
                d -> d.reading().externalIp().isEmpty());
        check(
                with(f -> f.wifiEnabled = Optional.of(true)),
                d -> d.reading().wifiEnabled().equals(Optional.of(true)));
        check(
                with(f -> f.wifiEnabled = Optional.of(false)),
                d -> d.reading().wifiEnabled().equals(Optional.of(false)));
        check(with(f -> f.connectionType = Optional.of(WanConnection.Type.DHCP)), d -> d.reading()
                .wan()
                .filter(w -> w.type() == WanConnection.Type.DHCP)
                .isPresent());
        check(with(f -> f.rxBelow = Optional.of(-20.0)), d -> DeviceColumns.dbm(
                        d.reading().optical().rx())
                .filter(dbm -> dbm < -20)
                .isPresent());
        check(with(f -> f.tag = Optional.of("vip")), d -> d.reading().tags().contains("vip"));
        check(
                with(f -> {
                    f.kind = Optional.of(DeviceKind.ONU);
                    f.status = Set.of(DeviceStatus.MAINTENANCE);
                    f.oltId = Optional.of(7L);
                    f.search = Optional.of("casa");
                }),
                d -> d.id().value() % 35 == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASA 1",
                "hwtc0000000f",
                "00:25:9e:00:00:1",
                "00259e000002",
                "100.64.0.3",
                "ax-2000",
                "5g",
                "48575443",
                "%25 bare_"
            })
    void findsAPartWithoutRegardToCase(String part) {
        check(with(f -> f.search = Optional.of(part)), d -> DeviceColumns.words(d.reading())
                .contains(part.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "100\u0000%25"})
    void takesPatternCharactersAsTheyAre(String part) {
        String plain = part.replace("\u0000", "");

        List<Device> found =
                page(with(f -> f.search = Optional.of(part)), List.of()).items();

        assertThat(found)
                .isEqualTo(fleet.stream()
                        .filter(d -> DeviceColumns.words(d.reading()).contains(plain))
                        .toList());
    }

    @Test
    void takesHostileValuesAsValues() {
        Set<String> hostile = Set.of("' or 1=1 --", "{status}", "\u0000", "a,b{}\"");

        assertThat(page(with(f -> f.model = hostile), List.of()).items()).isEmpty();
        assertThat(page(with(f -> f.softwareVersion = hostile), List.of()).items())
                .isEmpty();
        assertThat(page(with(f -> f.tag = Optional.of("'{}\"\u0000")), List.of())
                        .items())
                .isEmpty();
    }

    @Test
    void countsTheWholeListAndNotTheWindow() {
        Filter online = with(f -> f.status = Set.of(DeviceStatus.ONLINE));

        Page<Device> page = shelf.store.page(new DeviceQuery(online, List.of(), new PageRequest(0, 2)));

        assertThat(page.items()).hasSize(2);
        assertThat(page.total())
                .isEqualTo(fleet.stream()
                        .filter(d -> d.status() == DeviceStatus.ONLINE)
                        .count());
    }

    private static void check(Filter filter, Predicate<Device> condition) {
        List<Device> expected = fleet.stream().filter(condition).toList();
        Page<Device> page = page(filter, List.of());

        assertThat(expected).isNotEmpty();
        assertThat(page.items()).isEqualTo(expected);
        assertThat(page.total()).isEqualTo(expected.size());
        assertThat(page(filter, List.of(new Sort<>(Key.SERIAL_NUMBER, true), new Sort<>(Key.LAST_SEEN, true)))
                        .items())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Page<Device> page(Filter filter, List<Sort<Key>> sort) {
        return shelf.store.page(new DeviceQuery(filter, sort, new PageRequest(0, 200)));
    }

    private static List<Device> expected(Key key, boolean descending) {
        Comparator<Comparable<Object>> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return fleet.stream()
                .sorted(Comparator.comparing((Device d) -> value(d, key), Comparator.nullsLast(order))
                        .thenComparing(d -> d.id().value()))
                .toList();
    }

    @SuppressWarnings("unchecked") // every key's values are comparable with each other
    private static Comparable<Object> value(Device device, Key key) {
        DeviceReading reading = device.reading();
        OpticalReading optical = reading.optical();
        Object value =
                switch (key) {
                    case ID -> device.id().value();
                    case SERIAL_NUMBER -> reading.identity().serialNumber().orElse(null);
                    case MODEL -> reading.model().orElse(null);
                    case MANUFACTURER -> reading.identity().manufacturer().orElse(null);
                    case PRODUCT_CLASS -> reading.identity().productClass().orElse(null);
                    case SOFTWARE_VERSION -> reading.softwareVersion().orElse(null);
                    case HARDWARE_VERSION -> reading.hardwareVersion().orElse(null);
                    case STATUS -> device.status().code();
                    case LAST_SEEN, LAST_INFORM -> reading.lastInform().orElse(null);
                    case CREATED_AT -> device.createdAt();
                    case RX_POWER -> DeviceColumns.dbm(optical.rx()).orElse(null);
                    case TX_POWER -> DeviceColumns.dbm(optical.tx()).orElse(null);
                    case TEMPERATURE -> DeviceColumns.number(optical.celsius()).orElse(null);
                };
        return (Comparable<Object>) value;
    }

    /** A filter's parts, all open. */
    private static final class Parts {
        private Optional<DeviceKind> kind = ALL.kind();
        private Set<DeviceStatus> status = ALL.status();
        private Set<String> model = ALL.model();
        private Set<String> manufacturer = ALL.manufacturer();
        private Set<String> productClass = ALL.productClass();
        private Set<String> softwareVersion = ALL.softwareVersion();
        private Set<String> hardwareVersion = ALL.hardwareVersion();
        private Optional<Long> oltId = ALL.oltId();
        private Optional<String> search = ALL.search();
        private Optional<Instant> lastInformSince = ALL.lastInformSince();
        private Optional<Boolean> hasExternalIp = ALL.hasExternalIp();
        private Optional<Boolean> wifiEnabled = ALL.wifiEnabled();
        private Optional<WanConnection.Type> connectionType = ALL.connectionType();
        private Optional<Double> rxBelow = ALL.rxBelow();
        private Optional<String> tag = ALL.tag();
    }

    private static Filter with(Consumer<Parts> set) {
        Parts p = new Parts();
        set.accept(p);
        return new Filter(
                p.kind,
                p.status,
                p.model,
                p.manufacturer,
                p.productClass,
                p.softwareVersion,
                p.hardwareVersion,
                p.oltId,
                p.search,
                p.lastInformSince,
                p.hasExternalIp,
                p.wifiEnabled,
                p.connectionType,
                p.rxBelow,
                p.tag);
    }
}
