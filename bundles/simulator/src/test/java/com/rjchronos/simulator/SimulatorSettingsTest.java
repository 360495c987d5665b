package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorSettingsTest {

    @Test
    void readsEveryKeyAndIgnoresWhatTheContainerAdds() {
        SimulatorSettings settings = SimulatorSettings.from(
                Map.of(
                        "port",
                        "0",
                        "host",
                        "127.0.0.2",
                        "devices",
                        20,
                        "seed",
                        "-9123456789012345678",
                        "pace",
                        "4300",
                        "timeScale",
                        "2.5",
                        "frozen",
                        true,
                        "crashDelayMs",
                        100,
                        "service.pid",
                        "x",
                        "felix.fileinstall.filename",
                        "y"),
                "file");

        assertThat(settings)
                .isEqualTo(new SimulatorSettings("127.0.0.2", 0, 20, -9123456789012345678L, 4300, 2.5, true, 100));
    }

    @Test
    void hasTheDefaultsOfTheMetatype() {
        assertThat(SimulatorSettings.from(Map.of(), "file"))
                .isEqualTo(new SimulatorSettings("127.0.0.1", 7557, 500, 1, 0, 1, false, 21_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port|70000|must be within 0..65535",
                "port|x|must be a whole number",
                "seed|9223372036854775808|must be a whole number",
                "host|0.0.0.0|must be a loopback address",
                "host|8.8.8.8|must be a loopback address",
                "devices|-1|must be within 0..200000",
                "timeScale|0|must be above 0 and at most 10000",
                "frozen|yes|must be true or false",
                "colour|red|unknown key"
            })
    void refusesWithFileKeyValueAndRule(String key, String value, String rule) {
        assertThatThrownBy(() -> SimulatorSettings.from(Map.of(key, value), "etc/com.rjchronos.simulator.cfg"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("etc/com.rjchronos.simulator.cfg: " + key + " = " + value + ": ")
                .hasMessageContaining(rule);
    }

    @Test
    void readsTheCommandLine() {
        assertThat(SimulatorMain.options("--port", "0", "--crash-delay-ms", "5", "--frozen", "--time-scale", "3"))
                .isEqualTo(Map.of("port", "0", "crashDelayMs", "5", "frozen", "true", "timeScale", "3"));
        assertThatThrownBy(() -> SimulatorMain.options("--port")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> SimulatorMain.options("port")).hasMessageContaining("must be an option");
    }

    @Test
    void startsAndStopsAsAComponent() throws Exception {
        Simulator component =
                new Simulator(Map.of("port", "0", "devices", "5", "service.pid", "com.rjchronos.simulator"));

        component.stop();

        assertThatThrownBy(() -> new Simulator(Map.of("prot", "0"))).hasMessageContaining("prot");
    }
}
