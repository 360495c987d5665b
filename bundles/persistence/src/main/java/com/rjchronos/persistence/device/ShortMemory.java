package com.rjchronos.persistence.device;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Remembers answers for at most two seconds, and at most so many of them. */
final class ShortMemory<K, V> {
    static final Duration AGE = Duration.ofSeconds(2);

    private record Answer<V>(V value, long at) {}

    private final int most;
    private final LongSupplier nanos;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>();

    ShortMemory(int most) {
        this(most, System::nanoTime);
    }

    ShortMemory(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** The remembered answer while it is young enough, else a new one. */
    V get(K key, Supplier<V> answer) {
        synchronized (answers) {
            Answer<V> known = answers.get(key);
            if (known != null && nanos.getAsLong() - known.at() < AGE.toNanos()) {
                return known.value();
            }
        }
        long asked = nanos.getAsLong();
        V fresh = answer.get();
        synchronized (answers) {
            answers.remove(key);
            answers.put(key, new Answer<>(fresh, asked));
            if (answers.size() > most) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return fresh;
    }
}
