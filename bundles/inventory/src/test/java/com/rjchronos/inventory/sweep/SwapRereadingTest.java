package com.rjchronos.inventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever would be read otherwise after a swap is read at once. */
@Timeout(30)
class SwapRereadingTest {
    private static final Map<String, Object> HUAWEI = Map.of("chronos.speaks.manufacturer", "Huawei.*");

    private final SweepHouse house = new SweepHouse();

    @Test
    void theShippedVersionReadsTheDevicesOfANewerOneThatLeft() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        VendorConnector newer = house.arrive("huawei", "1.1.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei"), "huawei");
        house.known(Documents.of("B").manufacturer("ZTE"), "zte");

        house.desk.depart(newer);

        assertThat(house.settle()).containsExactly("A");
        assertThat(house.settle()).isEmpty();
    }

    @Test
    void anOlderVersionThatReplacesANewerReadsItsDevices() {
        VendorConnector newer = house.arrive("huawei", "1.1.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei"), "huawei");

        house.desk.depart(newer);
        house.arrive("huawei", "1.0.0", HUAWEI);

        assertThat(house.settle()).containsExactly("A");
    }

    @Test
    void aConnectorThatLeavesNobodyInItsPlaceLeavesItsDevicesParked() {
        VendorConnector only = house.arrive("huawei", "1.0.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei"), "huawei");

        house.desk.depart(only);

        assertThat(house.settle()).isEmpty();
    }

    @Test
    void aNewcomerReadsTheDevicesOfAnotherThatItClaimsMoreTellingly() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei").productClass("HG8245Q2"), "huawei");
        house.known(Documents.of("B").manufacturer("Huawei").productClass("EG8145V5"), "huawei");

        house.arrive("special", "0.1.0", Map.of("chronos.speaks.productClass", "HG8245.*"));

        assertThat(house.settle()).containsExactly("A");
    }

    @Test
    void aNewcomerWithAnEqualClaimReadsThemIfItsVersionIsHigher() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei"), "huawei");

        house.arrive("lower", "0.9.0", HUAWEI);
        assertThat(house.settle()).isEmpty();

        house.arrive("higher", "1.9.0", HUAWEI);
        assertThat(house.settle()).containsExactly("A");
    }

    @Test
    void anUpdateThatClaimsMoreThanBeforeReadsAlsoThose() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        VendorConnector first = house.arrive("special", "1.0.0", Map.of("chronos.speaks.productClass", "HG8245.*"));
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei").productClass("HG8245Q2"), "special");
        house.known(Documents.of("B").manufacturer("Huawei").productClass("EG8145V5"), "huawei");

        house.desk.depart(first);
        house.arrive("special", "1.0.1", Map.of("chronos.speaks.productClass", "HG8245.*|EG8145.*"));

        assertThat(house.settle()).containsExactly("A", "B");
    }

    @Test
    void anUpdateInTheMidstOfAnArrivalLosesNothing() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Huawei").productClass("HG8245Q2"), "huawei");
        Map<String, Object> claims = Map.of("chronos.speaks.productClass", "HG8245.*");

        house.desk.depart(house.arrive("special", "1.0.0", claims));
        house.arrive("special", "1.0.1", claims);

        assertThat(house.settle()).containsExactly("A");
    }

    @Test
    void aNewcomerThatClaimsByObjectsReadsAllOfAFallbacksForWhatTheyHaveIsNotStored() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        house.started();
        house.known(Documents.of("A").manufacturer("Somebody"), "generic");
        house.known(Documents.of("B").manufacturer("Huawei"), "huawei");

        house.arrive("ctcom", "1.0.0", Map.of("chronos.speaks.hasObject", "InternetGatewayDevice.X_CT-COM"));

        assertThat(house.settle()).containsExactly("A");
    }

    @Test
    void whoeverClaimsByObjectsAtTheStartLeavesTheFallbacksDevicesToTheSweep() {
        house.arrive("ctcom", "1.0.0", Map.of("chronos.speaks.hasObject", "InternetGatewayDevice.X_CT-COM"));
        house.known(Documents.of("A").manufacturer("Somebody"), "generic");

        assertThat(house.settle()).isEmpty();
    }

    @Test
    void aStartIsNotOverWhileTheAcsIsAbsent() {
        house.gateway.answer = question -> SweepReport.broken(Optional.empty(), "nobody there");
        house.started();
        house.gateway.answer = question -> SweepReport.whole(Optional.of(house.clock.instant()));
        house.known(Documents.of("A").manufacturer("Somebody"), "generic");

        house.arrive("ctcom", "1.0.0", Map.of("chronos.speaks.hasObject", "InternetGatewayDevice.X_CT-COM"));
        house.clock.advance(Duration.ofMinutes(1));

        assertThat(house.settle()).isEmpty();
    }

    @Test
    void whoeverIsHereAtTheStartTakesNothingFromAnother() {
        house.arrive("huawei", "1.0.0", HUAWEI);
        house.arrive("special", "1.0.0", Map.of("chronos.speaks.productClass", "HG8245.*"));
        house.known(Documents.of("A").manufacturer("Huawei").productClass("HG8245Q2"), "huawei");

        assertThat(house.settle()).isEmpty();
    }
}
