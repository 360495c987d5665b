package com.rjchronos.rest;

import static com.rjchronos.rest.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AcsResourceTest {
    private final House house = new House();
    private final PlayedAcs acs = new PlayedAcs();
    private final Doors doors = Doors.of(house, house, house, house).and(acs);
    private final ApiServer api = new ApiServer(doors, Boards.of(doors));

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listsTheAcssWithHealthVersionScopeAndMaintenance() {
        HttpResponse<String> answer = api.send(request("/api/acs", "good").GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"name\":\"main\"", "\"state\":\"reachable\"", "\"version\":\"1.2.13+26\"")
                .contains("\"scope_tag\":\"north\"", "\"maintenance\":false")
                .contains("\"name\":\"south\"", "\"state\":\"maintenance\"", "\"maintenance\":true");
    }

    @Test
    void showsWhatASetupWouldChangeAndChangesNothing() {
        HttpResponse<String> answer =
                api.send(request("/api/acs/main/setup", "good").GET());

        assertThat(answer.body())
                .isEqualTo("{\"acs\":\"main\",\"applied\":false,\"changes\":[{\"kind\":\"provision\","
                        + "\"name\":\"chronos-refresh\",\"before\":\"mine\",\"after\":\"ours\"}]}");
        assertThat(acs.applied).isEmpty();
    }

    @Test
    void setsAnAcsUpAndAnswersWhatChanged() {
        HttpResponse<String> answer =
                api.send(request("/api/acs/main/setup", "good").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("applied").asBoolean()).isTrue();
        assertThat(json(answer).get("changes").findValuesAsText("name")).containsExactly("chronos-refresh");
        assertThat(acs.applied).extracting(Caller::origin).containsExactly(Origin.API);
    }

    @Test
    void aSetupIsBoundToTheDiffThatWasShownAndForcedOnlyOnDemand() {
        String tag = api.send(request("/api/acs/main/setup", "good").GET())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String shown = tag.replace("\"", "");

        api.send(request("/api/acs/main/setup", "good").header("If-Match", tag).POST(BodyPublishers.noBody()));
        api.send(request("/api/acs/main/setup", "good")
                .header("If-Match", "W/" + tag)
                .POST(BodyPublishers.noBody()));
        api.send(request("/api/acs/main/setup?force=true", "good").POST(BodyPublishers.noBody()));
        HttpResponse<String> unknown =
                api.send(request("/api/acs/main/setup?forced=true", "good").POST(BodyPublishers.noBody()));

        assertThat(acs.terms)
                .containsExactly(
                        new AcsSetupTerms(false, Set.of(shown)),
                        new AcsSetupTerms(false, Set.of(shown)),
                        new AcsSetupTerms(true, Set.of()));
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void knowsNoAcsOfAnotherNorOfAnImpossibleName() {
        assertThat(api.send(request("/api/acs/west/setup", "good").GET()).statusCode())
                .isEqualTo(404);
        assertThat(api.send(request("/api/acs/West!/setup", "good").GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsNobodyDoItWithoutThePermission() {
        assertThat(api.send(request("/api/acs/main/setup", "poor").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.send(request("/api/acs", "poor").GET()).statusCode()).isEqualTo(403);
        assertThat(acs.applied).isEmpty();
    }

    @Test
    void aDoorThatIsAwayIsAskedForLater() {
        Doors without = Doors.of(house, house, house, house);
        try (ApiServer other = new ApiServer(without, Boards.of(without))) {
            HttpResponse<String> answer = other.send(other.request("/api/acs")
                    .header("Authorization", "Bearer good")
                    .GET());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        return api.request(path).header("Authorization", "Bearer " + token);
    }
}
