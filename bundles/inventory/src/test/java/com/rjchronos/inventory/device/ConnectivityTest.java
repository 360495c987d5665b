package com.rjchronos.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectivityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void offlineIsNoInformForTwiceTheInterval() {
        assertThat(status(Duration.ofMinutes(20), Optional.empty())).isEqualTo(DeviceStatus.ONLINE);
        assertThat(status(Duration.ofMinutes(20).plusSeconds(1), Optional.empty()))
                .isEqualTo(DeviceStatus.OFFLINE);
        assertThat(status(Duration.ofMinutes(61), Optional.of(Duration.ofHours(1))))
                .isEqualTo(DeviceStatus.ONLINE);
        assertThat(status(Duration.ofMinutes(3), Optional.of(Duration.ofMinutes(1))))
                .isEqualTo(DeviceStatus.OFFLINE);
    }

    @Test
    void nonsenseIntervalsAreTheDefault() {
        assertThat(status(Duration.ofMinutes(19), Optional.of(Duration.ZERO))).isEqualTo(DeviceStatus.ONLINE);
        assertThat(status(Duration.ofMinutes(19), Optional.of(Duration.ofSeconds(-1))))
                .isEqualTo(DeviceStatus.ONLINE);
    }

    @Test
    void anInformInTheFutureIsOnlineAndNoneIsUnknown() {
        assertThat(status(Duration.ofDays(-400), Optional.empty())).isEqualTo(DeviceStatus.ONLINE);
        assertThat(Connectivity.of(Optional.empty(), Optional.empty(), TEN_MINUTES, NOW))
                .isEqualTo(DeviceStatus.UNKNOWN);
    }

    private static DeviceStatus status(Duration ago, Optional<Duration> interval) {
        return Connectivity.of(Optional.of(NOW.minus(ago)), interval, TEN_MINUTES, NOW);
    }
}
