package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.connector.Swap.Subject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SwapQueueTest {
    private static final Swap SWAP = new Swap.Came(new Subject("huawei", "com.x.huawei", "1.0.0", "", ""));
    private final SwapQueue queue = new SwapQueue();

    @Test
    void aPauseOfLessThanAMillisecondEnds() {
        assertThat(queue.rest(Duration.ofNanos(300))).isTrue();
    }

    @Test
    void whatCameWhileNobodyRestedEndsTheNextRest() {
        queue.add(SWAP, Instant.EPOCH);

        assertThat(queue.rest(Duration.ofHours(1))).isTrue();
    }

    @Test
    void nobodyRestsOnceItIsClosed() {
        queue.close();

        assertThat(queue.rest(Duration.ofHours(1))).isFalse();
    }

    @Test
    void keepsTheFirstWhenItIsFull() {
        for (int i = 0; i <= SwapQueue.CAPACITY; i++) {
            queue.add(SWAP, Instant.ofEpochSecond(i));
        }

        assertThat(queue.all()).hasSize(SwapQueue.CAPACITY);
        assertThat(queue.first().orElseThrow().at()).isEqualTo(Instant.EPOCH);
    }
}
