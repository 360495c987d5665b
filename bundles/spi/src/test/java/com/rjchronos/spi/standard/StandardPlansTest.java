package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardPlansTest {
    private static final DeviceIdentity DEVICE = new DeviceIdentity(
            new AcsId("main"), "A-B%2DC-1", Optional.empty(), Optional.empty(), Optional.of("B-C"), Optional.of("1"));

    @Test
    void plansOneCallForEachObjectOfAConcern() {
        var both = StandardPlans.joined(StandardPlans.TR098, StandardPlans.TR181);

        assertThat(StandardPlans.plan(DeviceReading.of(DEVICE), new DeviceIntent.Refresh(Concern.HOSTS), both))
                .isEqualTo(Plan.of(
                        new AcsCall.Refresh("A-B%2DC-1", "InternetGatewayDevice.LANDevice.1.Hosts"),
                        new AcsCall.Refresh("A-B%2DC-1", "Device.Hosts")));
    }

    @Test
    void refreshesTheWholeTreeByTheEmptyPath() {
        assertThat(StandardPlans.plan(
                        DeviceReading.of(DEVICE), new DeviceIntent.Refresh(Concern.ALL), StandardPlans.TR098))
                .isEqualTo(Plan.of(new AcsCall.Refresh("A-B%2DC-1", "")));
    }

    @Test
    void saysWhyWhereNoObjectIsKnown() {
        assertThat(StandardPlans.plan(
                        DeviceReading.of(DEVICE), new DeviceIntent.Refresh(Concern.OPTICAL), StandardPlans.TR098))
                .isEqualTo(new Plan.Unsupported("No object is known that holds OPTICAL on B-C."));
    }

    @Test
    void refreshesWhoTheDeviceIs() {
        assertThat(StandardPlans.plan(
                        DeviceReading.of(DEVICE), new DeviceIntent.Refresh(Concern.DEVICE), StandardPlans.EITHER))
                .isEqualTo(Plan.of(
                        new AcsCall.Refresh("A-B%2DC-1", "InternetGatewayDevice.DeviceInfo"),
                        new AcsCall.Refresh("A-B%2DC-1", "Device.DeviceInfo")));
    }

    @Test
    void downloadsAFirmwareThatTheAcsHolds() {
        DeviceIntent intent = new DeviceIntent.InstallFirmware("F670L_V9.bin");

        assertThat(StandardPlans.plan(DeviceReading.of(DEVICE), intent, StandardPlans.EITHER))
                .isEqualTo(Plan.of(new AcsCall.Download(
                        "A-B%2DC-1", "1 Firmware Upgrade Image", "F670L_V9.bin", Optional.empty())));
    }

    @Test
    void restartsAndResets() {
        assertThat(StandardPlans.plan(DeviceReading.of(DEVICE), new DeviceIntent.Reboot(), StandardPlans.EITHER))
                .isEqualTo(Plan.of(new AcsCall.Reboot("A-B%2DC-1")));
        assertThat(StandardPlans.plan(DeviceReading.of(DEVICE), new DeviceIntent.FactoryReset(), StandardPlans.EITHER))
                .isEqualTo(Plan.of(new AcsCall.FactoryReset("A-B%2DC-1")));
    }
}
