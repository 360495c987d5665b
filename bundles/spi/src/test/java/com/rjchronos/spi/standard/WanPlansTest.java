package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import com.rjchronos.model.secret.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WanPlansTest {
    private static final String CONNECTIONS = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.";
    private static final String PPP = CONNECTIONS + "2.WANPPPConnection.1";
    private static final WanConnection MANAGEMENT = Plans.wan(CONNECTIONS + "1.WANIPConnection.1", Type.DHCP, null);
    private static final DeviceIntent VLAN = new DeviceIntent.ChangeVlan(300);
    private static final DeviceIntent ACCOUNT =
            new DeviceIntent.ChangePppoe("maria@isp", Optional.of(Secret.of("s3cret")));

    @Test
    void changesTheAccountOfTheConnectionInUse() {
        DeviceReading tr098 = device(Plans.wan(PPP, Type.PPPOE, null), MANAGEMENT);
        DeviceReading tr181 = device(Plans.wan("Device.PPP.Interface.3", Type.PPPOE, null));

        assertThat(Plans.settings(plan(tr098, ACCOUNT)))
                .containsExactly(PPP + ".Username=maria@isp", PPP + ".Password=secret:s3cret");
        assertThat(Plans.settings(plan(tr181, new DeviceIntent.ChangePppoe("maria@isp", Optional.empty()))))
                .containsExactly("Device.PPP.Interface.3.Username=maria@isp");
    }

    @Test
    void saysWhyThereIsNoAccountToChange() {
        assertThat(Plans.reason(plan(Plans.DEVICE, ACCOUNT))).contains("No connection");
        assertThat(Plans.reason(plan(device(MANAGEMENT), ACCOUNT)))
                .isEqualTo("Its connection in use is DHCP, not PPPoE.");
        assertThat(Plans.reason(plan(device(Plans.wan("Device.IP.Interface.1", Type.PPPOE, null)), ACCOUNT)))
                .contains("No object is known that holds the PPPoE account");
    }

    @Test
    void changesTheVlanWhereItWasReadAndSwitchesItOn() {
        DeviceReading tr098 = device(Plans.wan(PPP, Type.PPPOE, PPP + ".X_Vlan"), MANAGEMENT);
        DeviceReading tr181 =
                device(Plans.wan("Device.PPP.Interface.3", Type.PPPOE, "Device.Ethernet.VLANTermination.2.VLANID"));

        assertThat(Plans.settings(plan(tr098, VLAN))).containsExactly(PPP + ".X_Vlan=300", PPP + ".X_VlanOn=true");
        assertThat(Plans.settings(plan(tr181, VLAN))).containsExactly("Device.Ethernet.VLANTermination.2.VLANID=300");
    }

    @Test
    void saysWhyThereIsNoVlanToChange() {
        assertThat(Plans.reason(plan(Plans.DEVICE, VLAN))).contains("No connection");
        assertThat(Plans.reason(plan(device(Plans.wan(PPP, Type.PPPOE, null)), VLAN)))
                .isEqualTo("No parameter is known that holds the VLAN of " + PPP + ".");
        assertThat(Plans.reason(plan(device(Plans.wan(PPP, Type.PPPOE, null), MANAGEMENT), VLAN)))
                .endsWith("or nothing tells which of its 2 connections is the subscriber's.");
    }

    private static DeviceReading device(WanConnection... wans) {
        return Plans.DEVICE.wans(List.of(wans));
    }

    private static Plan plan(DeviceReading device, DeviceIntent intent) {
        WanDialect dialect = new WanDialect(List.of(), List.of("X_Vlan"), List.of("X_VlanOn"));
        return Plans.plan(device, intent, dialect, WifiDialect.STANDARD);
    }
}
