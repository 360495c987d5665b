package com.rjchronos.benchmarks.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.spi.VendorConnector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A page of whole documents of one model: an operation is one document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Reading {
    private static final JsonFactory JSON = new JsonFactory();
    private static final AcsId ACS = new AcsId("main");
    private static final SweepId SWEEP = new SweepId(1);

    @Param
    public Page page;

    private byte[] json;
    private VendorConnector connector;

    @Setup
    public void fetch() throws IOException, InterruptedException {
        json = page.fetch();
        connector = page.connector();
    }

    /** The yardstick: Jackson looks at each token and makes nothing of it. */
    @Benchmark
    @OperationsPerInvocation(Page.DOCUMENTS)
    public int walk() throws IOException {
        int tokens = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** Cut from the answer and read, as the gateway does. */
    @Benchmark
    @OperationsPerInvocation(Page.DOCUMENTS)
    public void documents(Blackhole documents) {
        each(documents::consume);
    }

    /** The same, and what the connector makes of each: all that a sweep does before it stores. */
    @Benchmark
    @OperationsPerInvocation(Page.DOCUMENTS)
    public void readings(Blackhole readings) {
        each(document -> readings.consume(connector.read(document)));
    }

    private void each(Consumer<DeviceDocument> take) {
        DocumentStream stream = new DocumentStream(
                SWEEP, ACS, new ByteArrayInputStream(json), Page.DOCUMENTS, 1024 * 1024, Throwable::getMessage);
        int read = 0;
        while (stream.hasNext()) {
            for (DeviceDocument document : stream.next().read().documents()) {
                take.accept(document);
                read++;
            }
        }
        if (read != Page.DOCUMENTS) {
            throw new IllegalStateException("only " + read + " documents were read: " + stream.brokenBecause());
        }
    }
}
