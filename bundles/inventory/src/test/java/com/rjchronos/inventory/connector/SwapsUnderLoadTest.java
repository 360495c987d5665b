package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(60)
class SwapsUnderLoadTest {
    private static final int READERS = 4;
    private static final int BATCH = 40;
    private static final Map<String, Object> HUAWEI = Map.of("chronos.speaks.manufacturer", "Huawei.*");

    private final List<Swap> seen = new ArrayList<>();
    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(20), this::saw);
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final Map<String, List<String>> readBy = new ConcurrentHashMap<>();
    private final AtomicInteger batches = new AtomicInteger();

    @AfterEach
    void close() {
        readers.shutdownNow();
    }

    @Test
    void everyDocumentIsReadByOneVersionOrWaitsThroughAThousandSwaps() throws Exception {
        desk.arrive("com.x.generic", Version.emptyVersion, Map.of(), new Passing("generic"));
        CountDownLatch over = new CountDownLatch(1);
        List<Future<Map<String, Verdict>>> reading = IntStream.range(0, READERS)
                .mapToObj(i -> readers.submit(() -> readUntil(over)))
                .toList();

        Passing present = come(0);
        for (int swap = 1; swap <= 1_000; swap++) {
            present = swap % 2 == 0 ? overlapping(present, swap) : withAGap(present, swap);
            awaitProgress(swap);
        }
        over.countDown();

        Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
        for (Future<Map<String, Verdict>> one : reading) {
            verdicts.putAll(one.get(30, TimeUnit.SECONDS));
        }
        assertThat(verdicts).hasSizeGreaterThan(1_000);
        verdicts.forEach((id, verdict) -> {
            List<String> by = readBy.getOrDefault(id, List.of());
            if (verdict instanceof Verdict.Read read) {
                assertThat(read.connector()).isEqualTo("huawei");
                assertThat(by).as(id).hasSize(1);
                assertThat(read.reading().model()).isEqualTo(Optional.of(by.get(0)));
            } else {
                assertThat(verdict).as(id).isInstanceOf(Verdict.Unread.class);
                assertThat(by).as(id).isEmpty();
            }
        });
        assertThat(verdicts.values()).hasAtLeastOneElementOfType(Verdict.Read.class);
        assertThat(seen.stream().filter(s -> s instanceof Swap.Came)).hasSize(1_002);
        assertThat(seen.stream().filter(s -> s instanceof Swap.Went)).hasSize(1_000);
    }

    @Test
    void whatAConnectorLeavesUnreadBecauseItGoesIsReadByItsSuccessor() {
        Passing successor = new Passing("2");
        VendorConnector[] old = new VendorConnector[1];
        old[0] = document -> {
            desk.depart(old[0]);
            desk.arrive("com.x.huawei", new Version("2.0.0"), HUAWEI, successor);
            throw new NoClassDefFoundError("its jar is closed");
        };
        desk.arrive("com.x.huawei", new Version("1.0.0"), HUAWEI, old[0]);

        List<Verdict> verdicts = desk.read(batch("X"), id -> Optional.of("huawei"));

        assertThat(verdicts).hasSize(BATCH).allSatisfy(v -> assertThat(v).isInstanceOf(Verdict.Read.class));
        assertThat(readBy).hasSize(BATCH).allSatisfy((id, by) -> assertThat(by).containsExactly("2"));
    }

    @Test
    void aConnectorThatHangsWhileItIsReplacedLosesNothing() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(100), this::saw);
        CountDownLatch never = new CountDownLatch(1);
        Passing successor = new Passing("2");
        VendorConnector[] old = new VendorConnector[1];
        old[0] = document -> {
            impatient.depart(old[0]);
            impatient.arrive("com.x.huawei", new Version("2.0.0"), HUAWEI, successor);
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // a bad connector does not listen
                }
            }
            return DeviceReading.of(document);
        };
        impatient.arrive("com.x.generic", Version.emptyVersion, Map.of(), new Passing("generic"));
        impatient.arrive("com.x.huawei", new Version("1.0.0"), HUAWEI, old[0]);

        List<Verdict> first = impatient.read(batch("X"), id -> Optional.of("huawei"));
        List<Verdict> second = impatient.read(batch("Y"), id -> Optional.of("huawei"));
        never.countDown();

        assertThat(first).hasSize(BATCH).allSatisfy(v -> assertThat(((Verdict.Read) v).connector())
                .isEqualTo("huawei"));
        assertThat(second)
                .allSatisfy(v -> assertThat(((Verdict.Read) v).stoodIn()).isFalse());
        assertThat(readBy).hasSize(2 * BATCH).allSatisfy((id, by) -> assertThat(by)
                .hasSize(1));
        assertThat(seen.stream().filter(s -> s instanceof Swap.Quarantined)).hasSize(1);
    }

    /** Reads until its bundle is stopped; then its classes are gone. */
    private final class Passing implements VendorConnector {
        private final String name;
        private volatile boolean closed;

        Passing(String name) {
            this.name = name;
        }

        @Override
        public DeviceReading read(DeviceDocument document) {
            if (closed) {
                throw new NoClassDefFoundError(name);
            }
            readBy.computeIfAbsent(document.identity().genieacsId(), id -> new ArrayList<>())
                    .add(name);
            return DeviceReading.of(document).model(Optional.of(name));
        }
    }

    private synchronized void saw(Swap swap) {
        seen.add(swap);
    }

    private Passing come(int version) {
        Passing next = new Passing(Integer.toString(version));
        desk.arrive("com.x.huawei", new Version(1, version, 0), HUAWEI, next);
        return next;
    }

    private void go(Passing connector) {
        desk.depart(connector);
        connector.closed = true;
    }

    private Passing overlapping(Passing old, int version) {
        Passing next = come(version);
        go(old);
        return next;
    }

    private Passing withAGap(Passing old, int version) {
        go(old);
        awaitProgress(version);
        return come(version);
    }

    /** Until as many batches were read as there were swaps: so that none happens between two batches alone. */
    private void awaitProgress(int swaps) {
        while (batches.get() < swaps / 4) {
            Thread.onSpinWait();
        }
    }

    private Map<String, Verdict> readUntil(CountDownLatch over) {
        Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
        while (over.getCount() > 0) {
            List<DeviceDocument> batch = batch("B" + batches.incrementAndGet());
            List<Verdict> read = desk.read(batch, id -> Optional.of("huawei"));
            assertThat(read).hasSize(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                verdicts.put(batch.get(i).identity().genieacsId(), read.get(i));
            }
        }
        return verdicts;
    }

    private static List<DeviceDocument> batch(String name) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> Documents.of(name + "-" + i)
                        .manufacturer("Huawei Technologies")
                        .build())
                .toList();
    }
}
