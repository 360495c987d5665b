package com.rjchronos.connectors.declared;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.Optics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** One object in which a firmware reports a transceiver; for each part the parameters to try, in order. */
record Transceiver(
        String object,
        List<Source<OpticalPower>> rx,
        List<Source<OpticalPower>> tx,
        List<Source<Double>> celsius,
        List<Source<Double>> volts,
        List<Source<Double>> milliamperes) {

    Transceiver {
        rx = of(object, rx);
        tx = of(object, tx);
        celsius = of(object, celsius);
        volts = of(object, volts);
        milliamperes = of(object, milliamperes);
    }

    /** A parameter and what its raw value means; the unit is what the text may end with. */
    record Source<T>(String path, String unit, Function<Double, Optional<T>> conversion) {
        String object() {
            return Paths.objectOf(path);
        }

        String name() {
            return Paths.nameOf(path);
        }
    }

    OpticalReading read(DeviceDocument document) {
        Branch branch = Branch.of(document, object);
        return Optics.transceiver(new OpticalReading(
                measured(branch, rx),
                measured(branch, tx),
                measured(branch, celsius),
                measured(branch, volts),
                measured(branch, milliamperes)));
    }

    boolean isPresent(DeviceDocument document) {
        Branch branch = Branch.of(document, object);
        return names().stream().anyMatch(branch::has);
    }

    /** The names of its parameters. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        Stream.of(rx, tx, celsius, volts, milliamperes).forEach(part -> part.forEach(s -> names.add(s.name())));
        return names;
    }

    private static <T> Optional<Measured<T>> measured(Branch branch, List<Source<T>> sources) {
        return Optics.first(sources.stream()
                .map(source -> Optics.measured(branch, source.name(), source.unit(), source.conversion()))
                .toList());
    }

    private static <T> List<Source<T>> of(String object, List<Source<T>> sources) {
        return sources.stream().filter(source -> source.object().equals(object)).toList();
    }
}
