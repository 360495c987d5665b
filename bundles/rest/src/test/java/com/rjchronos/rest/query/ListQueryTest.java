package com.rjchronos.rest.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueryTest {

    @Test
    void nothingGivenIsTheFirstFiftyInTheirOwnOrder() {
        ListQuery query = ListQuery.of(Map.of());

        assertThat(query.page()).isEqualTo(new PageRequest(0, 50));
        assertThat(query.sort(DeviceQuery.Key.class)).isEmpty();
        assertThat(query.text("search")).isEmpty();
        query.check();
    }

    @Test
    void pagesCountFromOne() {
        assertThat(ListQuery.of(Map.of("page", List.of("3"), "limit", List.of("20")))
                        .page())
                .isEqualTo(new PageRequest(40, 20));
        assertThat(ListQuery.of(Map.of("offset", List.of("7"))).page()).isEqualTo(new PageRequest(7, 50));
    }

    @Test
    void sortsByEveryKeyInTheOrderGiven() {
        ListQuery query = ListQuery.of(Map.of("sort", List.of("-last_seen,serial_number", "rx_power")));

        assertThat(query.sort(DeviceQuery.Key.class))
                .containsExactly(
                        new Sort<>(DeviceQuery.Key.LAST_SEEN, true),
                        new Sort<>(DeviceQuery.Key.SERIAL_NUMBER, false),
                        new Sort<>(DeviceQuery.Key.RX_POWER, false));
    }

    @Test
    void alternativesAreRepeatedOrSeparatedByCommas() {
        ListQuery query = ListQuery.of(Map.of("status", List.of("online, powered_off", "admin_disabled")));

        assertThat(query.anyOf("status", DeviceStatus::parse, "rule"))
                .containsExactly(DeviceStatus.ONLINE, DeviceStatus.OFFLINE, DeviceStatus.DISABLED);
    }

    @Test
    void aNameMayHoldAComma() {
        ListQuery query = ListQuery.of(Map.of("manufacturer", List.of("Huawei Technologies Co., Ltd", "ZTE")));

        assertThat(query.texts("manufacturer")).containsExactly("Huawei Technologies Co., Ltd", "ZTE");
    }

    @Test
    void timesTakeAnyZoneEvenWithABareSign() {
        assertThat(ListQuery.of(Map.of("t", List.of("2026-11-23T09:00:00 03:00")))
                        .instant("t"))
                .contains(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(ListQuery.of(Map.of("t", List.of("2026-11-23T09:00Z"))).instant("t"))
                .contains(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    void tellsEveryBrokenRuleAtOnce() {
        ListQuery query = ListQuery.of(Map.of(
                "limit", List.of("201"),
                "status", List.of("online,asleep"),
                "rx_below", List.of("NaN"),
                "wifi_enabled", List.of("perhaps"),
                "colour", List.of("red")));
        query.anyOf("status", DeviceStatus::parse, "must be a status");
        query.number("rx_below", -50, 20);
        query.flag("wifi_enabled");
        query.page();

        Problem problem = refused(query);

        assertThat(problem.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("limit", "status", "rx_below", "wifi_enabled", "colour");
        assertThat(problem.violations())
                .contains(new Violation("limit", "must be a whole number within 1..200 but was 201"))
                .contains(new Violation("status", "must be a status but was asleep"));
    }

    @ParameterizedTest
    @CsvSource({"page, 0", "page, -1", "page, 99999999999999999999", "page, 1.5", "limit, 0", "limit, ten", "offset, -1"
    })
    void refusesAWindowThatIsNone(String name, String value) {
        ListQuery query = ListQuery.of(Map.of(name, List.of(value)));
        query.page();

        assertThat(refused(query).violations()).extracting(Violation::field).containsExactly(name);
    }

    @Test
    void refusesPageTogetherWithOffsetAndOneValueGivenTwice() {
        ListQuery both = ListQuery.of(Map.of("page", List.of("1"), "offset", List.of("0")));
        both.page();
        ListQuery twice = ListQuery.of(Map.of("search", List.of("a", "b")));
        twice.text("search");

        assertThat(refused(both).detail()).contains("must not be given together with page");
        assertThat(refused(twice).detail()).contains("must be given once");
    }

    @Test
    void refusesControlCharactersAndTextWithoutEnd() {
        ListQuery query = ListQuery.of(Map.of("search", List.of("a\u0000b"), "tag", List.of("x".repeat(201))));
        query.text("search");
        query.text("tag");

        assertThat(refused(query).violations()).hasSize(2);
    }

    @Test
    void refusesToParseAThousandValues() {
        ListQuery query = ListQuery.of(Map.of("model", java.util.Collections.nCopies(51, "x")));

        assertThat(query.texts("model")).isEmpty();
        assertThat(refused(query).detail()).contains("at most 50 times");
    }

    @Test
    void saysAtMostTwentyThingsHoweverManyAreWrong() {
        ListQuery many = ListQuery.of(Map.of("sort", List.of("x,".repeat(40)), "offset", List.of("1", "2")));
        many.sort(DeviceQuery.Key.class);
        many.page();
        ListQuery tooMany = ListQuery.of(Map.of("sort", List.of("x,".repeat(4_000))));

        assertThat(refused(many).violations()).hasSize(20);
        assertThat(tooMany.sort(DeviceQuery.Key.class)).isEmpty();
        assertThat(refused(tooMany).violations()).singleElement().satisfies(violation -> assertThat(violation.reason())
                .isEqualTo("must have at most 50 values"));
    }

    private static Problem refused(ListQuery query) {
        return catchThrowableOfType(ProblemException.class, query::check).problem();
    }
}
