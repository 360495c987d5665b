package com.rjchronos.rest.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.Device;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.rest.Samples;
import com.rjchronos.rest.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    @Test
    void measuredAtIsWhenTheLightWasMeasuredWhateverWasReadLater() {
        Device onu = Samples.device(2);
        Instant later = Instant.parse("2026-11-23T11:59:00Z");
        DeviceReading reading = onu.reading();
        DeviceReading warmer = reading.uptime(
                        Optional.of(new Measured<>(Optional.of(Duration.ofHours(1)), "3600", Optional.of(later))))
                .optical(new OpticalReading(
                        reading.optical().rx(),
                        reading.optical().tx(),
                        Optional.of(new Measured<>(Optional.of(50.0), "50", Optional.of(later))),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(text(DeviceView.of(with(onu, warmer)))).contains("\"measured_at\":\"2026-11-23T11:30:00Z\"");
        assertThat(text(DeviceView.of(with(onu, warmer.optical(OpticalReading.NONE)))))
                .contains("\"measured_at\":null");
    }

    private static Device with(Device device, DeviceReading reading) {
        return new Device(
                device.id(),
                reading,
                device.kind(),
                device.lifecycle(),
                device.status(),
                device.staleSince(),
                device.connector(),
                device.parkedBecause(),
                device.attachment(),
                device.createdAt(),
                device.version());
    }

    private String text(Object view) {
        return new String(json.bytes(view), StandardCharsets.UTF_8);
    }
}
