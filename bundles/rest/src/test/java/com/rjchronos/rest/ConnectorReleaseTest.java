package com.rjchronos.rest;

import static com.rjchronos.rest.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectorReleaseTest {
    private final House house = new House();
    private final Doors doors = Doors.of(house, house, house, house);
    private final ApiServer api = new ApiServer(doors, Boards.of(doors));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void endsAQuarantineWithoutABody() {
        HttpResponse<String> answer = api.send(release("huawei", "good").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"name\":\"huawei\",\"released\":true,\"devices\":0}");
        assertThat(house.callers).extracting(Caller::origin).containsExactly(Origin.API);
    }

    @Test
    void releasesTheDevicesWhereTheBodySaysSo() {
        assertThat(post("huawei", "{\"devices\":true}").body())
                .isEqualTo("{\"name\":\"huawei\",\"released\":false,\"devices\":1200}");
        assertThat(json(post("huawei", "{}")).get("released").asBoolean()).isTrue();
    }

    @Test
    void refusesABodyThatItDoesNotUnderstand() {
        HttpResponse<String> answer = post("huawei", "{\"device\":true}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly("device");
        assertThat(house.callers).isEmpty();
    }

    @Test
    void knowsNoConnectorOfAnotherName() {
        assertThat(post("acme", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNobodyDoItWithoutThePermission() {
        assertThat(api.send(release("huawei", "poor").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.callers).isEmpty();
    }

    private HttpResponse<String> post(String name, String body) {
        return api.send(
                release(name, "good").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder release(String name, String token) {
        return api.request("/api/connectors/" + name + "/release").header("Authorization", "Bearer " + token);
    }
}
