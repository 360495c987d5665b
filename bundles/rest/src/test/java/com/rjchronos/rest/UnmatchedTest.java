package com.rjchronos.rest;

import static com.rjchronos.rest.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnmatchedTest {
    private final House house = new House();
    private final Doors doors = Doors.of(house, house, house, house).with(house);
    private final ApiServer api = new ApiServer(doors, Boards.of(doors));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void groupsWhatNoConnectorSpeaksForAndSaysWhereNobodyLooked() {
        HttpResponse<String> answer = api.get("/api/connectors/unmatched");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("2");
        assertThat(json(answer).get(0))
                .hasToString(
                        "{\"manufacturer\":\"Acme\",\"oui\":\"A0B1C2\",\"product_class\":\"AX\",\"model\":\"AX-2000\",\"devices\":12,"
                                + "\"example_device_id\":\"7\",\"vendor_objects\":[\"Device.X_ACME\"]}");
        assertThat(json(answer).get(1).get("vendor_objects").isNull()).isTrue();
    }

    @Test
    void hasPages() {
        assertThat(json(api.get("/api/connectors/unmatched?limit=1&offset=1"))
                        .get(0)
                        .get("example_device_id")
                        .asText())
                .isEqualTo("8");
        assertThat(api.get("/api/connectors/unmatched?limit=1000").statusCode()).isEqualTo(400);
    }
}
