package com.rjchronos.genieacs.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LaneTest {
    private final Lane lane = new Lane(4, Duration.ZERO);

    @Test
    void hasNoMorePlacesThanItIsWide() throws NoAnswer.Busy {
        enter(4);

        full();
        lane.leave();
        enter(1);
        full();
    }

    @Test
    void isHalfAsWideWhileTheAcsStruggles() throws NoAnswer.Busy {
        enter(4);
        lane.narrow();

        lane.leave();
        lane.leave();
        full(); // two are under way, and two is all there may be
        lane.leave();
        enter(1);
        full();
        lane.narrow();
        lane.narrow();
        lane.leave();
        full();
        lane.leave();
        enter(1); // one goes through, however bad it is
    }

    @Test
    void widensByOneForEachRoundThatWentWell() throws NoAnswer.Busy {
        lane.narrow();
        lane.widen();
        enter(2);
        full();
        lane.widen();
        enter(1);
        full();
        for (int i = 0; i < 100; i++) {
            lane.widen();
        }
        enter(1);
        full();
    }

    @Test
    @Timeout(60)
    void sendsAwayAtOnceWhoeverFindsTooManyWaiting() throws NoAnswer.Busy, InterruptedException {
        Lane slow = new Lane(1, Duration.ofSeconds(60));
        slow.enter();
        List<Thread> waiting = IntStream.range(0, Lane.WAITING)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        slow.enter();
                    } catch (NoAnswer.Busy e) {
                        // it was interrupted
                    }
                }))
                .toList();
        waiting.forEach(Thread::start);
        while (waiting.stream().anyMatch(t -> t.getState() != Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(slow::enter).isInstanceOf(NoAnswer.Busy.class).hasMessageContaining("wait for their turn");

        for (Thread each : waiting) {
            each.interrupt();
            each.join();
        }
    }

    private void enter(int places) throws NoAnswer.Busy {
        for (int i = 0; i < places; i++) {
            lane.enter();
        }
    }

    private void full() {
        assertThatThrownBy(lane::enter).isInstanceOf(NoAnswer.Busy.class);
    }
}
