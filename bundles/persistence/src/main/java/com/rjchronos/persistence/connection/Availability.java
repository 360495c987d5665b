package com.rjchronos.persistence.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the server from a thread and a connection of its own, so that callers need not wait to learn that it is
 * away.
 */
public final class Availability implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final Duration WHILE_UP = Duration.ofSeconds(1);
    private static final Duration WHILE_DOWN = Duration.ofMillis(250);
    private static final int ANSWER_SECONDS = 1;

    /**
     * How the server was when it was last looked at.
     *
     * @param up whether it answered
     * @param since when it came into this state
     * @param reason why it does not answer
     */
    public record State(boolean up, Instant since, String reason) {}

    /** Something that works only when callers will be served. */
    @FunctionalInterface
    public interface Trial {
        void run() throws SQLException;
    }

    private final DataSource direct;
    private final Runnable whenDown;
    private final Trial beforeUp;
    private final Clock clock;
    private final Semaphore look = new Semaphore(0);
    private final Thread thread = new Thread(this::watch, "chronos-database-watch");
    private volatile State state;
    private volatile boolean closed;
    private Connection connection;

    /**
     * @param direct unpooled connections that give up within seconds
     * @param whenDown called on the watching thread each time the server goes away
     * @param beforeUp must succeed there before the server counts as back
     */
    public Availability(DataSource direct, Runnable whenDown, Trial beforeUp, Clock clock) {
        this.direct = direct;
        this.whenDown = whenDown;
        this.beforeUp = beforeUp;
        this.clock = clock;
        this.state = new State(true, clock.instant(), "");
        thread.setDaemon(true);
        thread.start();
    }

    public State state() {
        return state;
    }

    /** Somebody's statement failed: look at once. */
    public void suspect() {
        if (look.availablePermits() == 0) {
            look.release();
        }
    }

    /** Ends the thread, waiting up to two seconds. */
    @Override
    public void close() {
        closed = true;
        look.release();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closed) {
            become(look());
            try {
                Duration pause = state.up() ? WHILE_UP : WHILE_DOWN;
                if (look.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    look.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        disconnect();
    }

    /** Empty text if the server answers, else the reason. */
    private String look() {
        try {
            if (connection != null && !connection.isValid(ANSWER_SECONDS)) {
                disconnect();
            }
            if (connection == null) {
                connection = direct.getConnection();
            }
            if (!state.up()) {
                beforeUp.run();
            }
            return "";
        } catch (SQLException e) {
            disconnect();
            return String.valueOf(e.getMessage());
        }
    }

    private void become(String reason) {
        boolean up = reason.isEmpty();
        if (up && !state.up()) {
            LOG.info(
                    "Database is back. awaySeconds={}",
                    Duration.between(state.since(), clock.instant()).toSeconds());
        }
        boolean wentAway = !up && state.up();
        if (up != state.up() || !reason.equals(state.reason())) {
            state = new State(up, up == state.up() ? state.since() : clock.instant(), reason);
        }
        if (wentAway) {
            LOG.warn("Database is away; calls fail at once until it is back. reason=\"{}\"", reason);
            whenDown.run();
        }
    }

    private void disconnect() {
        Connection old = connection;
        connection = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException e) {
            LOG.debug("Closing a dead connection failed. reason=\"{}\"", e.getMessage());
        }
    }
}
