package com.rjchronos.benchmarks.tasks;

import com.rjchronos.genieacs.command.NbiCommands;
import com.rjchronos.genieacs.wire.Connections;
import com.rjchronos.genieacs.wire.Gate;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.Limit;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.port.AcsCommands;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gateway's commands with the limits that it has where no setting says otherwise, and a breaker that is always closed. */
final class GatewayClient implements AutoCloseable {
    static final int AT_ONCE = 16;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final NbiClient client;

    GatewayClient(URI root) {
        Map<Kind, Limit> limits = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> new Limit(AT_ONCE, SILENCE, SILENCE)));
        client = new NbiClient(
                new NbiClient.Address(root.toString(), Optional.empty(), Throwable::getMessage),
                limits,
                Duration.ofSeconds(5),
                new Open(),
                Connections.client(Connections.pool(AT_ONCE, Duration.ofSeconds(5), SILENCE, Optional.empty())),
                watch);
    }

    AcsCommands commands() {
        return new NbiCommands(client);
    }

    @Override
    public void close() {
        client.close();
        watch.shutdownNow();
    }

    private static final class Open implements Gate {
        @Override
        public Optional<String> closed() {
            return Optional.empty();
        }

        @Override
        public void answered(Optional<String> version) {
            // whatever it is
        }

        @Override
        public void lost(String words) {
            // the outcome tells
        }

        @Override
        public void unreachable(String words) {
            // the outcome tells
        }
    }
}
