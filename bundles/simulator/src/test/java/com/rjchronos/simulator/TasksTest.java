package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.RawHttp.Answer;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.";

    private Lab lab;
    private Device device;

    @BeforeEach
    void enrolOneDevice() throws IOException {
        lab = Lab.of(0);
        device = lab.simulator().fleet().enrol("huawei-hg8245h", "E8614E", "HG8245H", "4857544382450005");
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    @Test
    void executesAQueuedTaskAtTheNextInform() throws IOException {
        Answer queued = task("", set("SSID", "\"Later\""));
        assertThat(queued.reason()).isEqualTo("Accepted");
        assertThat(value("SSID")).isNotEqualTo("Later");

        lab.http.post("/_sim/inform?id=" + device.id(), null);

        assertThat(value("SSID")).isEqualTo("Later");
        assertThat(lab.http.get("/tasks").header("total")).isEqualTo("0");
    }

    @Test
    void faultsAValueThatAsksForIt() throws IOException {
        Answer faulted = task("?connection_request", set("SSID", "\"fault:9001\""));

        assertThat(faulted.reason()).isEqualTo("Task faulted");
        Map<?, ?> fault =
                (Map<?, ?>) ((List<?>) Json.parse(lab.http.get("/faults").body())).get(0);
        assertThat(fault.get("code")).isEqualTo("cwmp.9001");
        assertThat(fault.get("_id")).isEqualTo(device.id() + ":" + fault.get("channel"));
        assertThat(lab.http.get("/tasks").header("total")).isEqualTo("1");
    }

    @Test
    void setsAllValuesOfATaskOrNone() throws IOException {
        Object before = value("SSID");

        Answer faulted = task(
                "?connection_request",
                "{\"name\":\"setParameterValues\",\"parameterValues\":[[\"" + WLAN + "SSID\",\"New\"],[\"" + WLAN
                        + "Channel\",\"abc\"]]}");

        assertThat(faulted.reason()).isEqualTo("Task faulted");
        assertThat(value("SSID")).isEqualTo(before);
    }

    @Test
    void triesAFaultedTaskAgainAfterFiveMinutesAndForgetsTheFaultOnSuccess() throws IOException {
        lab.http.post("/_sim/fault?id=" + device.id() + "&code=9002", null);
        task("?connection_request", set("SSID", "\"Stubborn\""));
        lab.http.post("/_sim/inform?id=" + device.id(), null);
        assertThat(lab.http.get("/faults").header("total")).isEqualTo("1");

        lab.http.post("/_sim/clock?shift_seconds=301", null);
        lab.http.post("/_sim/inform?id=" + device.id(), null);

        assertThat(lab.http.get("/faults").header("total")).isEqualTo("0");
        assertThat(value("SSID")).isEqualTo("Stubborn");
    }

    @Test
    void replacesATaskWithTheSameUniqueKeyAndDropsAnExpiredOne() throws IOException {
        task("", "{\"name\":\"reboot\",\"uniqueKey\":\"k\"}");
        task("", "{\"name\":\"reboot\",\"uniqueKey\":\"k\"}");
        assertThat(lab.http.get("/tasks").header("total")).isEqualTo("1");
        lab.http.post("/_sim/inform?id=" + device.id(), null);
        lab.http.post("/_sim/online?id=" + device.id(), null);

        task(
                "",
                "{\"name\":\"setParameterValues\",\"expiry\":60,\"parameterValues\":[[\"" + WLAN
                        + "SSID\",\"Expired\"]]}");
        lab.http.post("/_sim/clock?shift_seconds=61", null);
        lab.http.post("/_sim/inform?id=" + device.id(), null);

        assertThat(value("SSID")).isNotEqualTo("Expired");
        assertThat(lab.http.get("/tasks").header("total")).isEqualTo("0");
    }

    @Test
    void refreshesTheTimestampsOfWhatItWasAskedFor() throws IOException {
        lab.http.post("/_sim/clock?shift_seconds=100", null);

        task(
                "?connection_request",
                "{\"name\":\"refreshObject\",\"objectName\":\"" + WLAN.substring(0, WLAN.length() - 1) + "\"}");

        assertThat(time(WLAN + "Channel")).hasToString("2026-11-23T03:21:40.000Z");
        assertThat(time(WLAN.replace("ion.1.", "ion.2.") + "Channel")).hasToString("2026-11-23T03:20:00.000Z");
    }

    @Test
    void forgetsWhatWasSetWhenItIsResetToTheFactory() throws IOException {
        Object born = value("SSID");
        task("?connection_request", set("SSID", "\"Mine\""));

        task("?connection_request", "{\"name\":\"factoryReset\"}");

        assertThat(value("SSID")).isEqualTo(born);
        assertThat(device.at(Path.of("FactoryReset._value"))).isNotEqualTo(Document.ABSENT);
    }

    @Test
    void informsAtTheIntervalItWasGiven() throws IOException {
        task(
                "?connection_request",
                "{\"name\":\"setParameterValues\",\"parameterValues\":"
                        + "[[\"InternetGatewayDevice.ManagementServer.PeriodicInformInterval\",60]]}");

        assertThat(device.informInterval()).isEqualTo(60_000);
    }

    private Answer task(String parameters, String body) throws IOException {
        return lab.http.post("/devices/" + device.id() + "/tasks" + parameters, body);
    }

    private static String set(String name, String value) {
        return "{\"name\":\"setParameterValues\",\"parameterValues\":[[\"" + WLAN + name + "\"," + value + "]]}";
    }

    private Object value(String name) {
        return device.at(Path.of(WLAN + name + "._value"));
    }

    private Object time(String path) {
        return device.at(Path.of(path + "._timestamp"));
    }
}
