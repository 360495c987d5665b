package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.Projection;
import java.io.IOException;
import java.util.Map;

/** Streams a collection as GenieACS does: one document a line, chunked, never whole in memory. */
final class Listing {
    private static final int DRAIN_AT = 48 * 1024;
    private static final long BATCHES_PER_SECOND = 20;

    private final Exchange exchange;
    private final Projection projection;
    private final Chaos.Order chaos;
    private final int pace;
    private final ByteSink sink = new ByteSink(64 * 1024);

    /**
     * A listing to come.
     *
     * @param pace documents per second, 0 for as fast as possible
     */
    Listing(Exchange exchange, Projection projection, Chaos.Order chaos, int pace) {
        this.exchange = exchange;
        this.projection = projection;
        this.chaos = chaos;
        this.pace = pace;
    }

    void send(Document[] documents, int total, int from, int to) throws IOException {
        exchange.begin(200, "OK", Map.of("Content-Type", "application/json", "total", Integer.toString(total)));
        if (exchange.method().equals("HEAD")) {
            exchange.end();
            return;
        }
        sink.put("[\n");
        long start = System.nanoTime();
        int batch = pace == 0 ? Integer.MAX_VALUE : (int) Math.max(1, pace / BATCHES_PER_SECOND);
        for (int i = from; i < to; i++) {
            int sent = i - from;
            if (!survives(sent, documents[i])) {
                return;
            }
            if (sent > 0) {
                sink.put(",\n");
            }
            documents[i].write(projection, sink);
            exchange.sentDocument();
            if (sink.length() > DRAIN_AT) {
                exchange.drain(sink);
            }
            if ((sent + 1) % batch == 0 && !keepPace(start, sent + 1)) {
                return;
            }
        }
        if (!survives(to - from, null)) {
            return;
        }
        sink.put("\n]");
        exchange.drain(sink);
        exchange.end();
    }

    private boolean keepPace(long start, int sent) throws IOException {
        exchange.drain(sink);
        exchange.flush();
        long ahead = sent * 1_000_000_000L / pace - (System.nanoTime() - start);
        return ahead < 1_000_000 || exchange.pause(ahead / 1_000_000);
    }

    /** Lets the ordered misbehaviour happen when its time has come; false if the answer is over. */
    private boolean survives(int sent, Document next) throws IOException {
        if (chaos.mode() == Chaos.Mode.NONE || sent < chaos.afterDevices()) {
            // an answer with fewer documents than the order waits for breaks at its end
            return next != null
                    || chaos.mode() == Chaos.Mode.NONE
                    || chaos.mode() == Chaos.Mode.SLOW
                    || broken(sent, null);
        }
        if (chaos.mode() == Chaos.Mode.SLOW) {
            exchange.drain(sink);
            exchange.flush();
            return next == null || exchange.pause(chaos.delayMs());
        }
        return chaos.mode() == Chaos.Mode.MALFORMED && sent > chaos.afterDevices() || broken(sent, next);
    }

    private boolean broken(int sent, Document next) throws IOException {
        switch (chaos.mode()) {
            case MALFORMED -> {
                sink.put((sent > 0 ? ",\n" : "") + "{\"_id\":\"broken\",\"_lastInform\":,,NaN undefined}");
                if (next != null && sent == 0) {
                    sink.put(",\n"); // the document that follows takes itself for the first
                }
                return true;
            }
            case TRUNCATE -> {
                cutInTheMiddle(sent, next);
                exchange.abandon();
            }
            case HANG -> {
                exchange.drain(sink);
                exchange.flush();
                exchange.pause(chaos.delayMs());
                exchange.reset();
            }
            default -> {
                exchange.drain(sink);
                exchange.flush();
                exchange.reset();
            }
        }
        return false;
    }

    private void cutInTheMiddle(int sent, Document next) throws IOException {
        if (next != null) {
            sink.put(sent > 0 ? ",\n" : "");
            int before = sink.length();
            next.write(projection, sink);
            sink.cut(before + (sink.length() - before) / 2);
        }
        exchange.drain(sink);
        exchange.flush();
    }
}
