package com.rjchronos.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.settings.Settings;
import com.rjchronos.model.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    @Test
    void hasTheDefaultsOfTheMetatype() {
        assertThat(read(Map.of()))
                .isEqualTo(new ServerSettings(Optional.empty(), 0, 64, 40, 1024, Duration.ofSeconds(60)));
    }

    @Test
    void readsEveryKey() {
        assertThat(read(Map.of(
                        "dataDirectory", "/srv/pg",
                        "port", 5433,
                        "sharedBuffersMb", 128,
                        "maxConnections", 50,
                        "maxWalMb", 2048,
                        "startTimeoutSeconds", 90)))
                .isEqualTo(new ServerSettings(
                        Optional.of(Path.of("/srv/pg")), 5433, 128, 50, 2048, Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "port, 80, 'must be 0 or within 1024..65535'",
        "port, 65536, 'must be 0 or within 1024..65535'",
        "sharedBuffersMb, 15, 'must be within 16..65536'",
        "maxConnections, 9, 'must be within 10..1000'",
        "maxWalMb, 127, 'must be within 128..65536'",
        "startTimeoutSeconds, 0, 'must be within 1..600'"
    })
    void refusesANumberOutOfBounds(String key, int value, String rule) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("etc/com.rjchronos.postgresql.cfg")
                .hasMessageContaining("key=" + key)
                .hasMessageContaining("value=" + value)
                .hasMessageContaining(rule);
    }

    @Test
    void refusesARelativeDirectoryAndAnUnknownKey() {
        assertThatThrownBy(() -> read(Map.of("dataDirectory", "data")))
                .hasMessageContaining("must be empty or an absolute path");
        assertThatThrownBy(() -> read(Map.of("sharedBuffers", 1))).hasMessageContaining("key=sharedBuffers");
    }

    private static ServerSettings read(Map<String, Object> values) {
        Map<String, Object> properties = new HashMap<>(values);
        properties.put("service.pid", "com.rjchronos.postgresql");
        return ServerSettings.from(Workplace.config(values), Settings.of(properties, EmbeddedPostgres.Config.class));
    }
}
