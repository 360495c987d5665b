package com.rjchronos.connectors.declared;

import com.rjchronos.connectors.declared.Transceiver.Source;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Optics;
import com.rjchronos.spi.standard.StandardReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part {@code optical} of a file: where the transceiver's values are, and what they are in. */
record DeclaredOptics(List<Transceiver> transceivers) {
    private static final Set<String> PARTS = Set.of("rx", "tx", "temperature", "voltage", "bias");
    private static final Set<String> SOURCE = Set.of("path", "encoding");
    private static final Comparator<OpticalReading> LIT_FIRST = Comparator.comparing(
            reading -> reading.rx().flatMap(Measured::value).isEmpty());

    static final DeclaredOptics NONE = new DeclaredOptics(List.of());

    DeclaredOptics {
        transceivers = List.copyOf(transceivers);
    }

    static DeclaredOptics of(Entry optical) {
        Map<String, Entry> parts = optical.fields(PARTS);
        var rx = sources(parts.get("rx"), Encodings.RX);
        var tx = sources(parts.get("tx"), Encodings.TX);
        var celsius = sources(parts.get("temperature"), Encodings.TEMPERATURE);
        var volts = sources(parts.get("voltage"), Encodings.VOLTAGE);
        var milliamperes = sources(parts.get("bias"), Encodings.BIAS);
        return new DeclaredOptics(Stream.of(rx, tx, celsius, volts, milliamperes)
                .flatMap(List::stream)
                .map(Source::object)
                .distinct()
                .map(object -> new Transceiver(object, rx, tx, celsius, volts, milliamperes))
                .toList());
    }

    /**
     * What the first object with a measured RX says; where it says nothing of a part, the others in the order of the file, then
     * the standard data model.
     */
    OpticalReading read(DeviceDocument document, OpticalReading standard) {
        List<OpticalReading> readings = Stream.concat(
                        transceivers.stream().map(transceiver -> transceiver.read(document)), Stream.of(standard))
                .sorted(LIT_FIRST)
                .toList();
        return new OpticalReading(
                first(readings, OpticalReading::rx),
                first(readings, OpticalReading::tx),
                first(readings, OpticalReading::celsius),
                first(readings, OpticalReading::volts),
                first(readings, OpticalReading::milliamperes));
    }

    /** Whether the device has any of the parameters, and so an optical interface. */
    boolean isPresent(DeviceDocument document) {
        return transceivers.stream().anyMatch(transceiver -> transceiver.isPresent(document));
    }

    /**
     * What a sweep has to bring: an object whole where two or more of its parameters are read and it is the vendor's own, else
     * the parameters. An object in which the standard names parameters too is a large one.
     */
    List<String> reads() {
        List<String> reads = new ArrayList<>();
        for (Transceiver transceiver : transceivers) {
            Set<String> names = transceiver.names();
            if (names.size() > 1 && !StandardReading.READS.contains(transceiver.object() + ".")) {
                reads.add(transceiver.object());
            } else {
                names.forEach(name -> reads.add(transceiver.object() + "." + name));
            }
        }
        return reads;
    }

    private static <T> Optional<Measured<T>> first(
            List<OpticalReading> readings, Function<OpticalReading, Optional<Measured<T>>> part) {
        return Optics.first(readings.stream().map(part).toList());
    }

    private static <T> List<Source<T>> sources(Entry part, Map<String, Function<Double, Optional<T>>> encodings) {
        return part == null
                ? List.of()
                : part.items().stream().map(item -> source(item, encodings)).toList();
    }

    private static <T> Source<T> source(Entry item, Map<String, Function<Double, Optional<T>>> encodings) {
        Map<String, Entry> fields = item.fields(SOURCE);
        if (fields.size() < SOURCE.size()) {
            throw item.refused("must have path and encoding");
        }
        String encoding = fields.get("encoding")
                .text(encodings::containsKey, "must be one of " + new TreeSet<>(encodings.keySet()));
        return new Source<>(Paths.absolute(fields.get("path")), Encodings.unit(encoding), encodings.get(encoding));
    }
}
