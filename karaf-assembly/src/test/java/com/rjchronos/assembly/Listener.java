package com.rjchronos.assembly;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A TCP port that a process listens on, as the kernel tells it. */
record Listener(InetAddress address, int port) {
    private static final String LISTEN = "0A";

    static List<Listener> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> sockets = sockets(process.resolve("fd"));
        List<Listener> found = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = process.resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTEN) && sockets.contains("socket:[" + columns[9] + "]")) {
                    found.add(parse(columns[1]));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                try {
                    found.add(Files.readSymbolicLink(descriptor).toString());
                } catch (NoSuchFileException closed) {
                    continue;
                }
            }
        }
        return found;
    }

    /** {@code 0100007F:1F90}: words of four bytes, each in the machine's order, and a port. */
    private static Listener parse(String local) throws IOException {
        String[] parts = local.split(":");
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0]));
        ByteBuffer address = ByteBuffer.allocate(words.capacity());
        while (words.hasRemaining()) {
            address.putInt(
                    ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                            ? Integer.reverseBytes(words.getInt())
                            : words.getInt());
        }
        return new Listener(InetAddress.getByAddress(address.array()), Integer.parseInt(parts[1], 16));
    }
}
