package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void standsUntilItIsMovedInEveryZone() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T03:00:00Z"));
        Clock inManaus = clock.withZone(ZoneId.of("America/Manaus"));

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-11-23T03:05:00Z");
        assertThat(inManaus.instant()).isEqualTo(clock.instant());
        assertThat(inManaus.getZone()).isEqualTo(ZoneId.of("America/Manaus"));
    }
}
