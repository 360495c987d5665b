package com.rjchronos.model.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T03:29:39.161Z",
                "2024-02-29T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "2026-11-23T03:29:39Z",
                "2026-11-23T03:29:39.161123Z",
                "2026-11-23T03:29:39.161+03:00"
            })
    void readsATimeAsIso8601MeansIt(String iso) {
        assertThat(Leaf.instant(iso)).contains(Instant.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-29T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-11-23T25:00:00.000Z",
                "2026-11-23T00:60:00.000Z",
                "2026-11-23T00:00:61.000Z",
                "2026-11-23 00:00:00.000Z",
                "2026-11-23T00:00:00.00xZ",
                "\u0662\u0660\u0662\u0666-11-23T00:00:00.000Z"
            })
    void readsNoTimeFromWhatIsNone(String text) {
        assertThat(Leaf.instant(text)).isEmpty();
    }
}
