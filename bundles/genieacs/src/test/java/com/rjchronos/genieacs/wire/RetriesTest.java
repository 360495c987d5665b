package com.rjchronos.genieacs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

class RetriesTest {

    @RepeatedTest(200)
    void thePausesOutlastTheReplacementOfAWorker() {
        long sum = IntStream.range(1, Retries.ATTEMPTS)
                .mapToLong(Retries::pauseMillis)
                .sum();

        assertThat(sum).isBetween(2_000L, 5_000L);
    }
}
