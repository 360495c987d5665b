package com.rjchronos.spi.standard;

import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The counters of a {@code Stats} object. TR-181 and TR-098 name them alike, but for a word before each. */
final class Counters {
    /** The word before each in the connections of TR-098. */
    static final String TR098 = "Ethernet";

    /** Received and sent in turn. */
    private static final List<String> NAMES =
            List.of("BytesReceived", "BytesSent", "PacketsReceived", "PacketsSent", "ErrorsReceived", "ErrorsSent");

    /** Up to here a number is exact. */
    private static final double MAX = 1L << 53;

    private Counters() {}

    /** Those that were read last. What was read at another moment tells nothing beside them, and is left out. */
    static Traffic of(Branch stats, String word) {
        if (stats.isEmpty()) {
            return Traffic.NONE;
        }
        List<Optional<Leaf>> leaves = NAMES.stream()
                .map(name -> stats.leaf(word + name).filter(leaf -> count(leaf).isPresent()))
                .toList();
        Optional<Instant> at = leaves.stream()
                .flatMap(Optional::stream)
                .flatMap(leaf -> leaf.at().stream())
                .max(Instant::compareTo);
        List<Optional<Long>> counts = leaves.stream()
                .map(leaf -> leaf.filter(l -> Objects.equals(l.at(), at)).flatMap(Counters::count))
                .toList();
        return new Traffic(
                counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4), counts.get(5), at);
    }

    private static Optional<Long> count(Leaf leaf) {
        return leaf.number()
                .filter(n -> n >= 0 && n <= MAX && n == Math.rint(n))
                .map(Double::longValue);
    }
}
