package com.rjchronos.persistence.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredTextTest {

    @Test
    void dropsWhatPostgresqlRefuses() {
        assertThat(StoredText.limited("a\u0000b", 10)).isEqualTo("ab");
        assertThat(StoredText.limited("x\ud83d", 10)).isEqualTo("x\ufffd");
        assertThat(StoredText.limited("ok \ud83d\ude00", 10)).isEqualTo("ok \ud83d\ude00");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(StoredText.limited("ab\ud83d\ude00", 3)).isEqualTo("ab\ufffd");
        assertThat(StoredText.limited("x".repeat(10_000_000), 200)).hasSize(200);
    }

    @Test
    void keepsOverlongKeysApart() {
        String common = "k".repeat(5000);

        assertThat(StoredText.key(common + "1", 600)).hasSize(600).isNotEqualTo(StoredText.key(common + "2", 600));
        assertThat(StoredText.key("short", 600)).isEqualTo("short");
    }

    @Test
    void keepsInstantsToTheMicrosecondAndWithinReason() {
        Instant fine = Instant.parse("2026-11-23T10:00:00.123456789Z");

        assertThat(StoredInstant.ofMicros(StoredInstant.micros(fine))).isEqualTo("2026-11-23T10:00:00.123456Z");
        assertThat(StoredInstant.ofMicros(StoredInstant.micros(Instant.parse("1969-12-31T23:59:59.999999Z"))))
                .isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(StoredInstant.of(Instant.MAX)).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(StoredInstant.of(Instant.MIN)).isEqualTo("0001-01-01T00:00:00Z");
    }
}
