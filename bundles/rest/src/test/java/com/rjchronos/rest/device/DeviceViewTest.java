package com.rjchronos.rest.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.rest.Samples;
import com.rjchronos.rest.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeviceViewTest {
    private final Json json = new Json();

    @Test
    void whatASilentDeviceNeverSaidIsNullAndNotLeftOut() {
        String onu = text(OnuView.of(Samples.silent(4)));
        String cpe = text(CpeView.of(Samples.silent(4)));

        assertThat(onu)
                .contains(
                        "\"model\":null",
                        "\"mac_address\":null",
                        "\"measured_at\":null",
                        "\"ip_address\":null",
                        "\"olt_id\":null",
                        "\"pon_port\":null",
                        "\"rx_power\":null",
                        "\"temperature\":null",
                        "\"customer_name\":null",
                        "\"vlan\":null");
        assertThat(cpe).contains("\"wifi_enabled\":null", "\"wifi_ssid\":null", "\"signal_strength\":null");
    }

    private String text(Object view) {
        return new String(json.bytes(view), StandardCharsets.UTF_8);
    }
}
