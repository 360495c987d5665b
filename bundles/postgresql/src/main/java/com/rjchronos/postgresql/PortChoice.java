package com.rjchronos.postgresql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The server's port: the configured one, or a free one that is kept in a file.
 *
 * @param configured 0 for a free one
 * @param file where a free one is kept
 */
record PortChoice(int configured, Path file) {
    private static final int LOWEST = 20_000;
    private static final int BOUND = 32_000; // from 32768 on the kernel lends ports to outgoing connections
    private static final int ATTEMPTS = 100;

    /** The port that the server has or had. */
    OptionalInt known() throws IOException {
        if (configured != 0) {
            return OptionalInt.of(configured);
        }
        String kept = Files.exists(file) ? Files.readString(file).strip() : "";
        return kept.matches("[0-9]{4,5}") ? OptionalInt.of(Integer.parseInt(kept)) : OptionalInt.empty();
    }

    /**
     * A port that nobody listens on.
     *
     * @param fixed whether clients know the port already, so that it cannot change
     */
    int free(boolean fixed) throws IOException, NoServerException {
        OptionalInt known = known();
        if (known.isPresent() && isFree(known.getAsInt())) {
            return known.getAsInt();
        }
        if (configured != 0) {
            throw new NoServerException("another program listens on 127.0.0.1:" + configured
                    + "; end it, or change port in etc/com.rjchronos.postgresql.cfg (0 chooses a free one)");
        }
        if (known.isPresent() && fixed) {
            throw new NoServerException("another program has taken the server's port 127.0.0.1:" + known.getAsInt()
                    + " while the server was down; end it, or restart the appliance to choose another port");
        }
        int chosen = choose();
        Files.writeString(file, chosen + "\n");
        Ownership.inherit(file);
        return chosen;
    }

    private static int choose() throws IOException, NoServerException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new NoServerException("no free port was found on 127.0.0.1 within " + LOWEST + ".." + (BOUND - 1)
                + "; set port in etc/com.rjchronos.postgresql.cfg");
    }

    static boolean isFree(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket probe = new ServerSocket(port, 1, loopback)) {
            return probe.isBound();
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
