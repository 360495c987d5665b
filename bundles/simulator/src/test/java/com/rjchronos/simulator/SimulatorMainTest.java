package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

    @Test
    void saysInOneLineWhereItIsAndEndsOnSigterm() throws Exception {
        Process process = program("--port", "0", "--devices", "3", "--frozen");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Map<?, ?> ready = (Map<?, ?>) Json.parse(out.readLine());
            RawHttp http = new RawHttp(URI.create(ready.get("url").toString()));

            assertThat(ready.get("devices")).isEqualTo(3L);
            assertThat(http.get("/devices?projection=_id").header("total")).isEqualTo("3");

            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsWhenItIsToldTo() throws Exception {
        Process process = program("--port", "0", "--devices", "0");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Map<?, ?> ready = (Map<?, ?>) Json.parse(out.readLine());

            new RawHttp(URI.create(ready.get("url").toString())).post("/_sim/stop", null);

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesABadOptionAndATakenPort() throws Exception {
        Process bad = program("--prot", "1");
        assertThat(new String(bad.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("unknown key", "usage:");
        assertThat(bad.waitFor()).isEqualTo(2);

        try (Lab lab = Lab.of(0)) {
            String taken = Integer.toString(lab.simulator().url().getPort());
            Process second = program("--port", taken);
            try (BufferedReader err =
                    new BufferedReader(new InputStreamReader(second.getErrorStream(), StandardCharsets.UTF_8))) {
                assertThat(err.readLine()).contains("cannot listen on 127.0.0.1:" + taken);
                assertThat(second.waitFor()).isEqualTo(1);
            }
        }
    }

    private static Process program(String... options) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), SimulatorMain.class.getName());
        builder.command().addAll(List.of(options));
        return builder.start();
    }
}
