package com.rjchronos.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class HashingQueueTest {

    @Test
    void sendsAwayWhoeverFindsNoPlace() throws Exception {
        HashingQueue queue = new HashingQueue(1, Duration.ofMillis(20));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> queue.inTurn(() -> {
            inside.countDown();
            return await(leave);
        }));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> queue.inTurn(() -> true));

        assertThat(refused.problem().kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
        assertThat(refused.problem().retryAfter()).isPresent();
        leave.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.inTurn(() -> true)).isTrue();
    }

    @Test
    void givesThePlaceBackWhenHashingFails() {
        HashingQueue queue = new HashingQueue(1, Duration.ZERO);

        assertThatThrownBy(() -> queue.inTurn(() -> {
                    throw new IllegalStateException("out of luck");
                }))
                .hasMessage("out of luck");

        assertThat(queue.inTurn(() -> true)).isTrue();
    }

    @Test
    void sendsAwayAtOnceWhoeverFindsALongLine() throws Exception {
        HashingQueue queue = new HashingQueue(1, Duration.ofSeconds(15));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        List<Thread> line = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Thread thread = new Thread(() -> queue.inTurn(() -> {
                inside.countDown();
                return await(leave);
            }));
            line.add(thread);
            thread.start();
        }
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        for (Thread thread : line) {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        long begun = System.nanoTime();
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> queue.inTurn(() -> true));

        assertThat(refused.problem().kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        leave.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 19456, 268435456, 1",
        "2, 19456, 268435456, 1",
        "4, 19456, 268435456, 2",
        "16, 19456, 268435456, 3",
        "16, 65536, 268435456, 1",
        "2, 65536, 67108864, 1"
    })
    void takesAtMostHalfOfTheProcessorsAndAQuarterOfTheHeap(int processors, int memoryKib, long heap, int places) {
        assertThat(HashingQueue.places(processors, memoryKib, heap)).isEqualTo(places);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
