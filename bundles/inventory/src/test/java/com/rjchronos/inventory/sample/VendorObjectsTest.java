package com.rjchronos.inventory.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.device.ParameterNode;
import org.junit.jupiter.api.Test;

class VendorObjectsTest {

    @Test
    void findsTheObjectsWhereVendorsPutThem() {
        ParameterNode root = Documents.of("A")
                .value("InternetGatewayDevice.X_A.P", 1)
                .value("InternetGatewayDevice.DeviceInfo.X_B.P", 1)
                .value("InternetGatewayDevice.WANDevice.1.X_C.P", 1)
                .value("InternetGatewayDevice.WANDevice.2.X_C.P", 1)
                .value("Device.Optical.Interface.1.X_D.P", 1)
                .value("Device.Optical.X_E.P", 1)
                .value("Device.WiFi.X_F.P", 1)
                .build()
                .parameters();

        assertThat(VendorObjects.in(root))
                .containsExactly(
                        "Device.Optical.Interface.1.X_D",
                        "Device.Optical.X_E",
                        "Device.WiFi.X_F",
                        "InternetGatewayDevice.DeviceInfo.X_B",
                        "InternetGatewayDevice.WANDevice.1.X_C",
                        "InternetGatewayDevice.WANDevice.2.X_C",
                        "InternetGatewayDevice.X_A");
    }

    @Test
    void leavesParametersAndTheStandardsObjectsOut() {
        ParameterNode root = Documents.of("A")
                .value("InternetGatewayDevice.X_PARAMETER", 1)
                .value("InternetGatewayDevice.LANDevice.1.P", 1)
                .value("VirtualParameters.X_V.P", 1)
                .build()
                .parameters();

        assertThat(VendorObjects.in(root)).isEmpty();
    }

    @Test
    void stopsAtFifty() {
        Documents many = Documents.of("A");
        for (int i = 0; i < 60; i++) {
            many.value("Device.X_" + i + ".P", 1);
        }

        assertThat(VendorObjects.in(many.build().parameters())).hasSize(50);
    }
}
