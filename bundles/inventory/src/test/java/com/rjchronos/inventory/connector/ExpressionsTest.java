package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
    private final Expressions expressions = Expressions.of("manufacturer", List.of("Huawei.*", "HWTC"));

    @Test
    void matchWholeTextsWithoutRegardToCaseAndAgain() {
        for (int i = 0; i < 2; i++) {
            assertThat(expressions.match(Optional.of("huawei Technologies"))).isTrue();
            assertThat(expressions.match(Optional.of("HWTC"))).isTrue();
            assertThat(expressions.match(Optional.of("HWTC2"))).isFalse();
            assertThat(expressions.match(Optional.empty())).isFalse();
        }
    }

    @Test
    void decideRightlyHoweverManyTextsThereAre() {
        assertThat(IntStream.range(0, 5_000))
                .allMatch(
                        i -> expressions.match(Optional.of("Huawei " + i)) && !expressions.match(Optional.of("X" + i)));
    }

    @Test
    void ofNoneMatchNothing() {
        Expressions none = Expressions.of("model", List.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.match(Optional.of(""))).isFalse();
    }

    @Test
    void nameWhatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expressions.of("model", List.of("F670L", "(")))
                .withMessageStartingWith("model is no regular expression: (: ");
    }
}
