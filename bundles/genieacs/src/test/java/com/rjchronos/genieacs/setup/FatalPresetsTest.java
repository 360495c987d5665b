package com.rjchronos.genieacs.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.model.problem.Violation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FatalPresetsTest {

    @Test
    void endsOverAScheduleThatIsNoText() throws IOException {
        assertThat(fatal("{\"schedule\":5,\"configurations\":[]}"))
                .extracting(Violation::field)
                .containsExactly("schedule");
        assertThat(fatal("{\"schedule\":null,\"configurations\":[]}")).isEmpty();
        assertThat(fatal("{\"schedule\":\"daily\",\"configurations\":[]}")).isEmpty();
    }

    @Test
    void endsOverConfigurationsThatAreNoList() throws IOException {
        assertThat(fatal("{}")).extracting(Violation::field).containsExactly("configurations");
        assertThat(fatal("{\"configurations\":null}")).hasSize(1);
        assertThat(fatal("{\"configurations\":[]}")).isEmpty();
    }

    @Test
    void endsOverAnEntryThatIsNoneOrOfAnUnknownType() throws IOException {
        assertThat(fatal("{\"configurations\":[null,7,{\"type\":\"frob\"},{}]}"))
                .extracting(Violation::field)
                .containsExactly(
                        "configurations[0]", "configurations[1]", "configurations[2].type", "configurations[3].type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "{}", "true"})
    void endsOverArgumentsThatCannotBeListed(String arguments) throws IOException {
        assertThat(fatal("{\"configurations\":[{\"type\":\"provision\",\"name\":\"a\",\"args\":" + arguments + "}]}"))
                .extracting(Violation::field)
                .containsExactly("configurations[0].args");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"provision\",\"name\":\"absent\",\"args\":[[\"PARAM\",\"X\"]]}",
                "{\"type\":\"provision\",\"name\":\"a\",\"args\":0}",
                "{\"type\":\"value\",\"name\":\"Device.X.[Name:a].Y\"}",
                "{\"type\":\"value\",\"name\":\"Device.X.\",\"value\":1}",
                "{\"type\":\"age\",\"name\":\"Device.X\"}",
                "{\"type\":\"add_tag\"}",
                "{\"type\":\"add_object\",\"name\":\"A.B\",\"object\":\"absent\"}",
                "{\"type\":\"delete_object\",\"name\":\"A.B\",\"object\":\"absent\"}"
            })
    void livesOnOverWhatGenieAcsCatchesOrSkips(String configuration) throws IOException {
        assertThat(fatal("{\"schedule\":\"\",\"events\":[],\"configurations\":[" + configuration + "]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "{\"a\":1} x",
                "{\"$nor\":[{\"a\":1}]}",
                "{\"$or\":null}",
                "{\"$or\":[null]}",
                "{\"$and\":[{\"a\":{\"$exists\":true}}]}",
                "{\"_tags\":[\"a\"]}",
                "{\"_tags\":null}",
                "{\"_tags\":\"\"}",
                "{\"_tags\":{\"$in\":[\"a\"]}}",
                "{\"_tags\":{\"$ne\":1}}",
                "{\"Tags.a\":\"yes\"}",
                "{\"Tags.a\":null}",
                "{\"Tags.São Paulo\":true}",
                "{\"a\":null}",
                "{\"a\":[1]}",
                "{\"a\":{\"$regex\":\"x\"}}",
                "{\"a\":{\"$gt\":null}}",
                "{\"Device..X\":1}",
                "{\"InternetGatewayDevice.DeviceInfo.\":\"x\"}",
                "{\"Device.X y\":{\"$gt\":1}}"
            })
    void endsOverAPreconditionThatThrows(String precondition) throws IOException {
        assertThat(FatalPreconditions.complaint(precondition)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"_tags\":\"north side\"}",
                "{\"_tags\":{}}",
                "{\"Tags.x\":{\"$exists\":true}}",
                "{\"Tags.x\":{\"$eq\":1}}",
                "{\"Tags.x\":{\"$ne\":true}}",
                "{\"a\":{}}",
                "{\"$and\":[]}",
                "{\"$or\":{\"x\":{\"a\":1}}}",
                "{\"Device.X.[Name:a].Y\":1}",
                "{\"a.b\":{\"$gt\":1,\"$lte\":9}}"
            })
    void livesOnOverAPreconditionThatConverts(String precondition) throws IOException {
        assertThat(FatalPreconditions.complaint(precondition)).isEmpty();
    }

    private static List<Violation> fatal(String preset) throws IOException {
        return FatalPresets.violations(Json.object(preset));
    }
}
