package com.rjchronos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.settings.SettingsException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSettingsTest {

    @Test
    void defaultsAreTheSameWithAndWithoutAFile() {
        assertThat(from(Map.of()))
                .isEqualTo(WebSettings.defaults())
                .isEqualTo(new WebSettings(1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(2), 24));
    }

    @Test
    void theDefaultsHoldWhileAFileIsRefused() {
        assertThat(new LimitsInForce().settings()).isEqualTo(WebSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({"maxBodyKb, 8, 16..16384", "bodySeconds, 0, 1..300", "holdMillis, 60000, 0..5000", "maxHeld, 0, 1..150"
    })
    void refusesWhatIsOutOfBoundsNamingFileKeyValueAndRule(String key, int value, String bounds) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("etc/com.rjchronos.web.cfg", key, String.valueOf(value), bounds);
    }

    private static WebSettings from(Map<String, Object> set) {
        Map<String, Object> properties = new HashMap<>(set);
        properties.put("service.pid", "com.rjchronos.web");
        WebConfig config = (WebConfig) Proxy.newProxyInstance(
                WebConfig.class.getClassLoader(),
                new Class<?>[] {WebConfig.class},
                (proxy, key, arguments) -> set.getOrDefault(key.getName(), key.getDefaultValue()));
        return WebSettings.from(config, properties);
    }
}
