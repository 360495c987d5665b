package com.rjchronos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.access.password.Argon2Cost;
import com.rjchronos.model.settings.SettingsException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsTest {

    @Test
    void defaultsAreThoseOfOwasp() {
        AccessSettings settings = from(Map.of());

        assertThat(settings.cost()).isEqualTo(new Argon2Cost(19456, 2, 1));
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.firstAdminEmail()).isEqualTo("admin@chronos.local");
    }

    @ParameterizedTest
    @CsvSource({
        "tokenLifetimeMinutes, 0, 1..1440",
        "argonMemoryKib, 1000000, 7168..65536",
        "argonIterations, 0, 1..10",
        "argonParallelism, 9, 1..4",
        "signInWaitSeconds, 11, 0..10"
    })
    void refusesWhatIsOutOfBoundsNamingFileKeyValueAndRule(String key, int value, String bounds) {
        assertThatThrownBy(() -> from(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("etc/com.rjchronos.access.cfg", key, String.valueOf(value), bounds);
    }

    @Test
    void refusesAnUnknownKeyAndAnAddressThatIsNone() {
        assertThatThrownBy(() -> from(Map.of("tokenLifetime", 5))).hasMessageContaining("unknown key");
        assertThatThrownBy(() -> from(Map.of("firstAdminEmail", "root"))).hasMessageContaining("e-mail address");
    }

    private static AccessSettings from(Map<String, Object> set) {
        Map<String, Object> properties = new java.util.HashMap<>(set);
        properties.put("service.pid", "com.rjchronos.access");
        return AccessSettings.from(config(set), properties);
    }

    private static AccessConfig config(Map<String, Object> set) {
        return (AccessConfig) Proxy.newProxyInstance(
                AccessConfig.class.getClassLoader(),
                new Class<?>[] {AccessConfig.class},
                (proxy, key, arguments) -> set.getOrDefault(key.getName(), key.getDefaultValue()));
    }
}
