package com.rjchronos.connectors.declared;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.spi.standard.PonSerial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The part {@code pon_serial} of a file: which parameters hold the serial for the PON, the first that has one counts. */
record DeclaredSerials(List<Source> sources) {
    /** GenieACS's name for the serial that the device identifies itself with. */
    static final String CWMP = "DeviceID.SerialNumber";

    static final DeclaredSerials NONE = new DeclaredSerials(List.of());

    private static final Set<String> SOURCE = Set.of("path", "prefix");
    private static final Predicate<String> PREFIX = prefix -> prefix.matches("[A-Z]{4}");

    DeclaredSerials {
        sources = List.copyOf(sources);
    }

    /** @param prefixes with which the serial must begin; none: any that has the shape of one counts */
    record Source(String path, List<String> prefixes) {
        Source {
            prefixes = List.copyOf(prefixes);
        }

        Optional<String> read(DeviceDocument document) {
            Optional<String> text = path.equals(CWMP) ? document.identity().serialNumber() : document.text(path);
            return text.flatMap(PonSerial::parse)
                    .filter(serial -> prefixes.isEmpty() || prefixes.stream().anyMatch(serial::startsWith));
        }
    }

    static DeclaredSerials of(Entry serials) {
        return new DeclaredSerials(
                serials.items().stream().map(DeclaredSerials::source).toList());
    }

    Optional<String> read(DeviceDocument document) {
        return sources.stream()
                .flatMap(source -> source.read(document).stream())
                .findFirst();
    }

    /** What a sweep has to bring; identity comes anyway. */
    List<String> reads() {
        return sources.stream()
                .map(Source::path)
                .filter(path -> !path.equals(CWMP))
                .toList();
    }

    private static Source source(Entry item) {
        Map<String, Entry> fields = item.fields(SOURCE);
        if (!fields.containsKey("path")) {
            throw item.refused("must have a path");
        }
        String path = fields.get("path")
                .text(
                        p -> p.equals(CWMP) || Paths.ABSOLUTE.test(p),
                        Paths.ABSOLUTE_RULE + "; or " + CWMP + ", the serial the device identifies itself with");
        List<String> prefixes = Optional.ofNullable(fields.get("prefix"))
                .map(prefix -> prefix.texts(PREFIX, "must be the four letters of a vendor id, e.g. HWTC"))
                .orElse(List.of());
        return new Source(path, prefixes);
    }
}
