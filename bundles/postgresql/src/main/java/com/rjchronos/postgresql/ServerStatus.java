package com.rjchronos.postgresql;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.postgresql.ServerState.Accepting;
import com.rjchronos.postgresql.ServerState.Down;
import com.rjchronos.postgresql.ServerState.Starting;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's state as the supervising thread sees it and everybody else reads it; each change is logged once. */
final class ServerStatus implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStatus.class);

    private ServerState state = new Starting();

    synchronized ServerState current() {
        return state;
    }

    synchronized void become(ServerState next) {
        if (next.equals(state)) {
            return;
        }
        state = next;
        notifyAll();
        if (next instanceof Accepting accepting) {
            LOG.info("The embedded PostgreSQL accepts connections. address=127.0.0.1:{}", accepting.port());
        } else if (next instanceof Down down) {
            LOG.error("The embedded PostgreSQL is down. reason=\"{}\"", down.reason());
        }
    }

    /** The end of the appliance's use of the server is no trouble to report. */
    synchronized void stopped() {
        state = new Down("it was stopped with the appliance");
        notifyAll();
    }

    /** The state once the first start has ended in one way or the other, or the present one after the limit. */
    synchronized ServerState settledWithin(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long left = limit.toMillis();
        while (state instanceof Starting && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        return state;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Health health() {
        ServerState now = current();
        if (now instanceof Accepting accepting) {
            return Health.up("the embedded PostgreSQL accepts connections on 127.0.0.1:" + accepting.port());
        }
        return Health.down(sentence(now));
    }

    /** Why there is no connection. */
    static String sentence(ServerState state) {
        return state instanceof Down down
                ? "the embedded PostgreSQL is down: " + down.reason()
                : "the embedded PostgreSQL is starting";
    }
}
