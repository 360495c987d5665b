package com.rjchronos.rest;

import static com.rjchronos.rest.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.api.Faults;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultId;
import com.rjchronos.model.fault.FaultListing;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.Sort;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultResourceTest {
    private final House house = new House();
    private final PlayedFaults faults = new PlayedFaults();
    private final Doors doors = Doors.of(house, house, house, house).and(faults);
    private final ApiServer api = new ApiServer(doors, Boards.of(doors));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsFaultsWithDeviceChannelCodeParameterAndRetries() {
        HttpResponse<String> answer = api.get("/api/faults?limit=1");

        assertThat(json(answer).get(0).toString())
                .isEqualTo(
                        "{\"id\":\"5\",\"acs\":\"main\",\"device_id\":\"7\",\"genieacs_id\":\"00259E-HG8245Q2-SN%2D7\","
                                + "\"channel\":\"task_6b03b28aa0809819bf79986b\",\"code\":\"cwmp.9003\",\"message\":\"Invalid arguments\","
                                + "\"refused\":[{\"parameter\":\"InternetGatewayDevice.X.SSID\",\"code\":\"9007\","
                                + "\"message\":\"Invalid parameter value\"}],\"retries\":3,\"reported_at\":\"2026-11-23T11:59:00Z\","
                                + "\"first_seen\":\"2026-11-23T11:00:00Z\",\"last_seen\":\"2026-11-23T12:00:00Z\",\"gone_at\":null}");
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("2");
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("page=2>; rel=\"next\"");
    }

    @Test
    void aFaultOfADeviceThatIsNotKnownYetHasNoDeviceAndOneThatIsGoneSaysWhen() {
        assertThat(json(api.get("/api/faults")).get(1).toString())
                .contains("\"device_id\":null", "\"reported_at\":null", "\"gone_at\":\"2026-11-23T12:00:00Z\"");
    }

    @Test
    void passesTheFiltersAndTheOrderOn() {
        api.get("/api/faults?acs=main&device_id=7&code=cwmp.9003&code=script.Error&channel=default&present=true"
                + "&sort=-retries,first_seen&limit=10&offset=5");

        FaultQuery query = faults.queries.get(0);
        assertThat(query.acs()).contains(new AcsId("main"));
        assertThat(query.device()).contains(new DeviceId(7));
        assertThat(query.codes()).containsExactlyInAnyOrder("cwmp.9003", "script.Error");
        assertThat(query.channels()).containsExactly("default");
        assertThat(query.present()).contains(true);
        assertThat(query.sort())
                .containsExactly(
                        new Sort<>(FaultQuery.Key.RETRIES, true), new Sort<>(FaultQuery.Key.FIRST_SEEN, false));
        assertThat(query.page().offset()).isEqualTo(5);
    }

    @Test
    void namesEveryBadParameterAtOnce() {
        HttpResponse<String> answer =
                api.get("/api/faults?acs=Not%20One&device_id=x&present=perhaps&sort=size&colour=red");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("acs", "device_id", "present", "sort", "colour");
        assertThat(faults.queries).isEmpty();
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String tag = api.get("/api/faults").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = api.send(api.request("/api/faults")
                .header("Authorization", "Bearer good")
                .header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void isForThoseWhoMayAndAskedForLaterWhileTheDoorIsAway() {
        assertThat(api.send(api.request("/api/faults")).statusCode()).isEqualTo(401);
        assertThat(api.send(api.request("/api/faults").header("Authorization", "Bearer poor"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(faults.queries).isEmpty();
        Doors without = Doors.of(house, house, house, house);
        try (ApiServer other = new ApiServer(without, Boards.of(without))) {
            assertThat(other.get("/api/faults").statusCode()).isEqualTo(503);
        }
    }

    /** The door to two faults: one is there, one is gone and of a device that is not known. */
    private static final class PlayedFaults implements Faults {
        private final List<FaultQuery> queries = new ArrayList<>();

        @Override
        public List<FaultListing> sweep(Caller caller) {
            throw new UnsupportedOperationException("not a part of these tests");
        }

        @Override
        public Page<Fault> page(Caller caller, FaultQuery query) {
            queries.add(query);
            AcsFault task = new AcsFault(
                    "00259E-HG8245Q2-SN%2D7",
                    "task_6b03b28aa0809819bf79986b",
                    "cwmp.9003",
                    "Invalid arguments",
                    List.of(new Refused("InternetGatewayDevice.X.SSID", "9007", "Invalid parameter value")),
                    3,
                    Optional.of(House.NOON.minusSeconds(60)));
            AcsFault preset = new AcsFault("NEW", "default", "script.Error", "x", List.of(), 0, Optional.empty());
            AcsId main = new AcsId("main");
            return new Page<>(
                    List.of(
                            new Fault(
                                    new FaultId(5),
                                    main,
                                    Optional.of(new DeviceId(7)),
                                    task,
                                    House.NOON.minusSeconds(3_600),
                                    House.NOON,
                                    Optional.empty()),
                            new Fault(
                                    new FaultId(4),
                                    main,
                                    Optional.empty(),
                                    preset,
                                    House.NOON,
                                    House.NOON,
                                    Optional.of(House.NOON))),
                    2);
        }
    }
}
