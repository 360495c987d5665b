package com.rjchronos.simulator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "-12",
                "1.5",
                "\"a\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":null}]]",
                "{\"a\":{\"b\":[\"ñ\",\"\\n\",\"\\u0001\",\"\\\\\"]}}"
            })
    void writesWhatItRead(String text) {
        assertThat(Json.text(Json.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{_id:'x'|Expected property name or '}' in JSON at position 1",
                "{|Expected property name or '}' in JSON at position 1",
                "``|Unexpected end of JSON input",
                "nope|Unexpected token 'o', \"nope\" is not valid JSON",
                "[1,]|Unexpected token ']', \"[1,]\" is not valid JSON"
            })
    void complainsInTheWordsOfV8(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void readsTheFormsOfDatesThatPeopleSend() {
        long expected = 1795404000000L; // 2026-11-23T03:20:00Z

        assertThat(Moment.parse("2026-11-23T03:20:00.000Z")).contains(new Moment(expected));
        assertThat(Moment.parse("2026-11-23T03:20:00Z")).contains(new Moment(expected));
        assertThat(Moment.parse("2026-11-23T04:20:00+01:00")).contains(new Moment(expected));
        assertThat(Moment.parse("2026-11-23 03:20:00 +0000")).contains(new Moment(expected));
        assertThat(Moment.parse("Mon, 23 Nov 2026 03:20:00 GMT")).contains(new Moment(expected));
        assertThat(Moment.parse("4857544382450005")).isEmpty();
        assertThat(new Moment(expected)).hasToString("2026-11-23T03:20:00.000Z");
    }
}
