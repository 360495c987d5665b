package com.rjchronos.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.settings.Settings;
import com.rjchronos.model.settings.SettingsException;
import com.rjchronos.persistence.DatabaseSettings.Kept;
import com.rjchronos.persistence.connection.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

    @Test
    void meansTheEmbeddedDatabaseWhenNothingIsSet() {
        DatabaseSettings settings = settings(Map.of());

        assertThat(settings.outside()).isEmpty();
        assertThat(settings.limits()).isEqualTo(new Pool.Limits(10, Duration.ofSeconds(3), Duration.ofSeconds(30)));
        assertThat(settings.kept())
                .isEqualTo(new Kept(
                        Duration.ofDays(30),
                        Duration.ofDays(7),
                        Duration.ofDays(400),
                        Period.ofMonths(60),
                        Period.ofMonths(12),
                        Duration.ofDays(90)));
    }

    @Test
    void takesAnOutsideDatabase(@TempDir Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "x\n");

        DatabaseSettings.Outside outside = settings(Map.of(
                        "url",
                        " jdbc:postgresql://db.example:5433/isp?ssl=true ",
                        "username",
                        "isp",
                        "passwordFile",
                        password.toString()))
                .outside()
                .orElseThrow();

        assertThat(outside.endpoint()).hasToString("db.example:5433/isp");
        assertThat(outside.username()).isEqualTo("isp");
        assertThat(outside.passwordFile()).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url                      | jdbc:oracle:thin:@x                    | url",
                "url                      | jdbc:postgresql://h/d?password=secret  | url",
                "url                      | jdbc:postgresql://h/d?USER=u           | url",
                "url                      | jdbc:postgresql://h/d?Password=secret  | url",
                "url                      | jdbc:postgresql://localhost:abc/d      | url",
                "url                      | jdbc:postgresql://localhost:99999/d    | url",
                "url                      | jdbc:postgresql://:/d                  | url",
                "url                      | jdbc:postgresql://,/d                  | url",
                "url                      | jdbc:postgresql://u:secret@h/d         | url",
                "url                      | jdbc:postgresql://h/%zz                | url",
                "url                      | jdbc:postgresql://h/d?sslmode=foo      | url",
                "url                      | jdbc:postgresql://h/d?sslMode=require  | url",
                "url                      | jdbc:postgresql://h/d?sslmod=require   | url",
                "url                      | jdbc:postgresql://h/d                  | username",
                "poolSize                 | 1                                      | poolSize",
                "poolSize                 | many                                   | poolSize",
                "connectionTimeoutSeconds | 0                                      | connectionTimeoutSeconds",
                "statementTimeoutSeconds  | 601                                    | statementTimeoutSeconds",
                "readingsRetentionDays    | 0                                      | readingsRetentionDays",
                "changeLogRetentionDays   | 366                                    | changeLogRetentionDays",
                "statusRetentionDays      | 1                                      | statusRetentionDays",
                "trailRetentionMonths     | 0                                      | trailRetentionMonths",
                "securityRetentionMonths  | 241                                    | securityRetentionMonths",
                "passwd                   | x                                      | passwd"
            })
    void refusesWhatBreaksARule(String key, String value, String named) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("file=etc/com.rjchronos.persistence.cfg")
                .hasMessageContaining("key=" + named)
                .hasMessageContaining("rule=");
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() {
        assertThatThrownBy(() -> settings(
                        Map.of("url", "jdbc:postgresql://h/d", "username", "u", "passwordFile", "/nowhere/at/all")))
                .hasMessageContaining("key=passwordFile");
    }

    /** As Declarative Services make it: the raw properties, and the typed view of them. */
    private static DatabaseSettings settings(Map<String, String> values) {
        Map<String, Object> properties = new HashMap<>(values);
        properties.put("service.pid", "com.rjchronos.persistence");
        Settings checked = Settings.of(properties, Database.Config.class);
        Database.Config config = TestServer.fake(Database.Config.class, (proxy, method, arguments) -> {
            String value = values.get(method.getName());
            if (value == null) {
                return method.getDefaultValue();
            }
            return method.getReturnType() == int.class ? (Object) Integer.valueOf(value) : value;
        });
        return DatabaseSettings.from(config, checked);
    }
}
