package com.rjchronos.genieacs.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.model.problem.Violation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetRulesTest {
    private static final String GOOD = "{\"type\":\"provision\",\"name\":\"fresh\",\"args\":null}";

    @Test
    void takesThePresetsOfAFreshGenieAcs() throws IOException {
        assertThat(broken(
                        "{\"weight\":0,\"channel\":\"bootstrap\",\"events\":{\"0 BOOTSTRAP\":true},\"precondition\":\"\","
                                + "\"configurations\":[" + GOOD + "]}"))
                .isEmpty();
        assertThat(broken("{\"schedule\":\"300 0 3 * * *\",\"configurations\":["
                        + "{\"type\":\"value\",\"name\":\"Device.X.1.Y\",\"value\":true},"
                        + "{\"type\":\"age\",\"name\":\"Device.X\",\"age\":\"3600\"},"
                        + "{\"type\":\"add_tag\",\"tag\":\"a\"},{\"type\":\"delete_tag\",\"tag\":\"b\"},"
                        + "{\"type\":\"provision\",\"name\":\"refresh\",\"args\":[\"Device.X\",300]},"
                        + "{\"type\":\"delete_object\",\"name\":\"Device.X\",\"object\":\"thing\"}]}"))
                .isEmpty();
    }

    @Test
    void namesEveryRuleThatIsBroken() throws IOException {
        assertThat(
                        broken(
                                "{\"weight\":\"1\",\"events\":[],\"channel\":7,\"schedule\":\"daily\",\"what\":1,"
                                        + "\"configurations\":[{\"type\":\"value\",\"name\":\"a.\",\"value\":null},{\"type\":\"frob\"},7]}"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "weight",
                        "events",
                        "channel",
                        "schedule",
                        "what",
                        "configurations[0].name",
                        "configurations[0].value",
                        "configurations[1].type",
                        "configurations[2]");
        assertThat(broken("{}")).extracting(Violation::field).containsExactly("configurations");
        assertThat(broken("{\"configurations\":[]}")).isNotEmpty();
        assertThat(broken("{\"configurations\":[{\"type\":\"value\",\"name\":\"A.B*\",\"value\":1}]}"))
                .hasSize(1);
        assertThat(broken("{\"configurations\":[{\"type\":\"provision\",\"name\":\"absent\"}]}"))
                .singleElement()
                .satisfies(v -> assertThat(v.reason()).contains("absent"));
        assertThat(broken("{\"configurations\":[{\"type\":\"add_object\",\"name\":\"A.B\",\"object\":\"absent\"}]}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_tags\":\"north\"}",
                "{\"_tags\":{\"$ne\":\"north\"}}",
                "{\"Tags.north\":true}",
                "{\"$or\":[{\"DeviceID.Manufacturer\":\"ZTE\"},{\"$and\":[{\"a.b\":{\"$gt\":1,\"$lte\":9}}]}]}",
                "{\"a.b\":{\"$ne\":false}}",
                "{}"
            })
    void takesPreconditionsThatGenieAcsConverts(String precondition) {
        assertThat(Preconditions.complaint(precondition)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "null",
                "[]",
                "{\"a\":1} x",
                "{\"$nor\":[{\"a\":1}]}",
                "{\"$and\":[]}",
                "{\"$or\":{\"a\":1}}",
                "{\"$or\":[1]}",
                "{\"_tags\":[\"a\"]}",
                "{\"_tags\":{\"$in\":[\"a\"]}}",
                "{\"_tags\":{\"$ne\":1}}",
                "{\"Tags.a\":\"yes\"}",
                "{\"a\":null}",
                "{\"a\":[1]}",
                "{\"a\":{}}",
                "{\"a\":{\"$regex\":\"x\"}}",
                "{\"a\":{\"$gt\":null}}",
                "{\"$and\":[{\"a\":{\"$exists\":true}}]}",
                "{\"_tags\":{\"$eq\":\"\"}}",
                "{\"Device..X\":1}",
                "{\"InternetGatewayDevice.DeviceInfo.\":\"x\"}",
                "{\"Device.X y\":1}",
                "{\"Device.X*\":1}",
                "{\"\":1}",
                "{\"Tags.\":true}",
                "{\"Tags.São Paulo\":true}",
                "{\"$or\":[{\"Tags.a.b\":true}]}"
            })
    void refusesPreconditionsOverWhichGenieAcsEnds(String precondition) {
        assertThat(Preconditions.complaint(precondition)).isPresent();
    }

    private static List<Violation> broken(String json) throws IOException {
        return PresetRules.broken(Json.object(json), Set.of("fresh"), Set.of("thing"));
    }
}
