package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.reading.DeviceReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlikeDevicesTest {
    private static final Set<String> OURS = Set.of(Fleet.CONNECTOR);
    private Shelf shelf;
    private DeviceReading first;

    @BeforeEach
    void fill() {
        shelf = new Shelf();
        first = Fleet.bare("a");
        List<DeviceReading> readings = Stream.concat(
                        Stream.of(first, Fleet.bare("b").model(Optional.of("AX")), Fleet.bare("c")),
                        Stream.of(Fleet.bare("d")))
                .toList();
        shelf.store.apply(Fleet.batch(
                shelf.sweep, Fleet.NOW, readings.stream().map(Fleet::discovered).toList()));
    }

    @AfterEach
    void close() throws Exception {
        shelf.close();
    }

    @Test
    void groupsDevicesThatSayTheSameOfThemselvesTheMostFirst() {
        Page<UnmatchedGroup> page = shelf.store.alike(OURS, new PageRequest(0, 10));

        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items())
                .extracting(UnmatchedGroup::model, UnmatchedGroup::devices, UnmatchedGroup::vendorObjects)
                .containsExactly(
                        tuple(Optional.empty(), 3L, Optional.empty()), tuple(Optional.of("AX"), 1L, Optional.empty()));
        assertThat(page.items().get(0).example()).isEqualTo(first.identity());
        assertThat(page.items().get(0).device()).isEqualTo(shelf.id(first));
    }

    @Test
    void tellsHowManyGroupsThereAreOutsideOfTheWindowToo() {
        Page<UnmatchedGroup> second = shelf.store.alike(OURS, new PageRequest(1, 1));
        Page<UnmatchedGroup> beyond = shelf.store.alike(OURS, new PageRequest(9, 1));

        assertThat(second.items()).extracting(UnmatchedGroup::model).containsExactly(Optional.of("AX"));
        assertThat(second.total()).isEqualTo(2);
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(2);
    }

    @Test
    void leavesTheDevicesOfOtherConnectorsOut() {
        assertThat(shelf.store.alike(Set.of("generic"), new PageRequest(0, 10))).isEqualTo(new Page<>(List.of(), 0));
        assertThat(shelf.store.alike(Set.of(), new PageRequest(0, 10)).total()).isZero();
    }
}
