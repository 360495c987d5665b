package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is in a customer's network, in a real PostgreSQL. */
class CustomerNetworkTest {
    private static final Instant LATER = Fleet.NOW.plusSeconds(300);

    private final Shelf shelf = new Shelf();
    private final CustomerNetwork network = Fleet.network(Fleet.NOW);
    private final DeviceReading reading = Fleet.onu(7, Fleet.NOW).network(network);

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void isFoundWithItsDeviceAloneAndNeitherInListsNorBySweeps() {
        DeviceId id = shelf.discover(reading).id();

        assertThat(shelf.store.find(id).map(Device::reading)).contains(reading);
        assertThat(page()).extracting(device -> device.reading().network()).containsExactly(CustomerNetwork.NONE);
        assertThat(page().get(0).reading().hosts()).isEqualTo(reading.hosts());
        assertThat(shelf.known(reading).reading()).isEqualTo(reading.network(CustomerNetwork.NONE));
    }

    @Test
    void followsTheDeviceAndIsForgottenWhenNobodyIsThereAnyMore() {
        DeviceId id = shelf.discover(Fleet.onu(7, Fleet.NOW)).id();
        assertThat(shelf.rows("select count(*) from device_network")).containsExactly("0");

        shelf.apply(LATER, informed(id, reading));
        assertThat(network(id)).isEqualTo(network);

        shelf.apply(LATER.plusSeconds(300), informed(id, reading.network(CustomerNetwork.NONE)));
        assertThat(network(id)).isEqualTo(CustomerNetwork.NONE);
    }

    @Test
    void isNotWrittenAgainWhileItStaysAsItIs() {
        DeviceId id = shelf.discover(reading).id();
        List<String> before = shelf.rows("select xmin, ctid from device_network");

        shelf.apply(LATER, informed(id, Fleet.onu(7, LATER).network(network)));

        assertThat(before).hasSize(1);
        assertThat(shelf.rows("select xmin, ctid from device_network")).isEqualTo(before);
        assertThat(shelf.store.find(id).flatMap(device -> device.reading().lastInform()))
                .contains(LATER);
    }

    @Test
    void whatCountsOnByItselfIsStoredAndNoChange() {
        DeviceId id = shelf.discover(reading).id();
        long lines = changes();
        DeviceReading counted = Fleet.onu(7, LATER).network(Fleet.network(LATER));

        shelf.apply(
                LATER, updated(id, counted, Set.of("last_inform", "uptime", "hosts", "wan_counters", "wifi_clients")));

        assertThat(changes()).isEqualTo(lines);
        assertThat(shelf.store.find(id).map(Device::reading)).contains(counted);
        assertThat(counted.wans()).isNotEqualTo(reading.wans());

        shelf.apply(LATER, updated(id, counted, Set.of("last_inform", "wan")));
        assertThat(changes()).isEqualTo(lines + 1);
    }

    private List<Device> page() {
        return shelf.store
                .page(new DeviceQuery(DeviceQuery.Filter.ALL, List.of(), new PageRequest(0, 10)))
                .items();
    }

    private CustomerNetwork network(DeviceId id) {
        return shelf.store.find(id).orElseThrow().reading().network();
    }

    private long changes() {
        return Long.parseLong(shelf.rows("select count(*) from change_log").get(0));
    }

    private static Change.Updated informed(DeviceId id, DeviceReading reading) {
        return updated(id, reading, Set.of("last_inform"));
    }

    private static Change.Updated updated(DeviceId id, DeviceReading reading, Set<String> fields) {
        Optional<AuditEntry> nothingForTheTrail = Optional.empty();
        return new Change.Updated(id, reading, DeviceStatus.ONLINE, Fleet.CONNECTOR, fields, true, nothingForTheTrail);
    }
}
