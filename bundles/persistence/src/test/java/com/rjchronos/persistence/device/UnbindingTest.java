package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.port.DeviceStore.Bound;
import com.rjchronos.port.DeviceStore.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnbindingTest {
    private static final Instant LATER = Fleet.NOW.plusSeconds(60);
    private static final AuditEntry ENTRY = AuditEntry.info(
            Fleet.SYSTEM, "connector.released", "Devices were released.", Map.of("connector", "huawei"));
    private final Shelf shelf = new Shelf();

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void takesEveryDeviceFromTheConnectorAndTellsItOnce() {
        Change[] many = IntStream.range(0, Unbinding.HANDFUL + 5)
                .mapToObj(i -> Fleet.discovered(Fleet.bare("D" + i)))
                .toArray(Change[]::new);
        shelf.apply(Fleet.NOW, many);

        long taken = shelf.store.unbind(Fleet.CONNECTOR, "Released.", ENTRY, LATER);

        assertThat(taken).isEqualTo(many.length);
        assertThat(shelf.store.bound()).isEmpty();
        assertThat(shelf.store.boundTo(Fleet.ACS, "", Optional.empty(), 5_000)).hasSize(many.length);
        assertThat(shelf.known(Fleet.bare("D0")).parkedBecause()).contains("Released.");
        assertThat(shelf.rows("select count(*) from activity_logs where action = 'connector.released'"))
                .containsExactly("1");
        assertThat(
                        shelf.rows(
                                "select count(*), min(payload->>'reason') from change_log where kind = 'parked' and entity = 'device'"))
                .containsExactly(many.length + "|Released.");
    }

    @Test
    void leavesTheDevicesOfOthersAndRepeatedDoesNothing() {
        shelf.discover(Fleet.bare("A"));

        assertThat(shelf.store.unbind("zte", "Released.", ENTRY, LATER)).isZero();
        shelf.store.unbind(Fleet.CONNECTOR, "Released.", ENTRY, LATER);
        long again = shelf.store.unbind(Fleet.CONNECTOR, "Released.", ENTRY, LATER);

        assertThat(again).isZero();
        assertThat(shelf.rows("select count(*) from activity_logs where action = 'connector.released'"))
                .containsExactly("1");
    }

    @Test
    void aDeviceThatWasTakenIsReadByWhoeverComesNext() {
        shelf.discover(Fleet.onu(1, Fleet.NOW));
        shelf.store.unbind(Fleet.CONNECTOR, "Released.", ENTRY, LATER);

        shelf.apply(LATER.plusSeconds(1), Fleet.updated(shelf.id(Fleet.onu(1, Fleet.NOW)), Fleet.onu(1, LATER)));

        assertThat(shelf.store.bound()).isEqualTo(Map.of(Fleet.CONNECTOR, new Bound(1, 0)));
        assertThat(List.of(shelf.known(Fleet.onu(1, LATER)).parkedBecause())).containsExactly(Optional.empty());
    }
}
