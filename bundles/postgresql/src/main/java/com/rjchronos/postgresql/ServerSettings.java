package com.rjchronos.postgresql;

import com.rjchronos.model.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the embedded server is to run.
 *
 * @param dataDirectory where it lives, if not under the appliance's data directory
 * @param port on the loopback address; 0 for a free one that is kept
 * @param sharedBuffersMb memory for pages, MiB
 * @param maxConnections how many at a time
 * @param maxWalMb how much log may grow between two checkpoints, MiB
 * @param startTimeout how long a caller waits for the first start
 */
record ServerSettings(
        Optional<Path> dataDirectory,
        int port,
        int sharedBuffersMb,
        int maxConnections,
        int maxWalMb,
        Duration startTimeout) {

    static ServerSettings from(EmbeddedPostgres.Config config, Settings settings) {
        String directory = settings.require(
                "dataDirectory",
                config.dataDirectory().strip(),
                path -> path.isEmpty() || path.startsWith("/"),
                "must be empty or an absolute path");
        return new ServerSettings(
                directory.isEmpty() ? Optional.empty() : Optional.of(Path.of(directory)),
                settings.require(
                        "port",
                        config.port(),
                        port -> port == 0 || (port >= 1024 && port <= 65_535),
                        "must be 0 or within 1024..65535"),
                settings.within("sharedBuffersMb", config.sharedBuffersMb(), 16, 65_536),
                settings.within("maxConnections", config.maxConnections(), 10, 1000),
                settings.within("maxWalMb", config.maxWalMb(), 128, 65_536),
                Duration.ofSeconds(settings.within("startTimeoutSeconds", config.startTimeoutSeconds(), 1, 600)));
    }

    /** The server's whole command line; it outranks every file in the cluster, and tells whether a running server is as wanted. */
    List<String> commandLine(Layout layout, int listenPort) {
        List<String> line = new ArrayList<>(List.of(
                layout.program("postgres").toString(),
                "-D",
                layout.cluster().toString(),
                "-p",
                Integer.toString(listenPort)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "shared_buffers=" + sharedBuffersMb + "MB",
                "max_connections=" + maxConnections,
                "max_wal_size=" + maxWalMb + "MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] ",
                "log_min_error_statement=panic")) { // a statement may carry a password
            line.add("-c");
            line.add(setting);
        }
        return line;
    }
}
