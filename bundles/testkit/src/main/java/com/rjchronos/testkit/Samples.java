package com.rjchronos.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples on a test's class path and, to rewrite what is expected of them, the folder they were copied from. */
final class Samples {
    private static final String EXPECTED = ".expected.json";

    private Samples() {}

    /** The recorded documents in {@code samples/} beside the test's classes, in alphabetical order. */
    static List<Path> of(Class<?> test) {
        try (Stream<Path> files = Files.list(folder(test))) {
            return files.filter(Samples::isDocument).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the samples of " + test.getName(), e);
        }
    }

    /** What a connector is expected to make of a sample; empty if nobody has said yet. */
    static String expectation(Path sample) {
        Path file = sample.resolveSibling(nameOf(sample) + EXPECTED);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes an expectation where people keep it, {@code src/test/resources/samples}. */
    static Path write(Path sample, String expectation) {
        Path module =
                sample.toAbsolutePath().getParent().getParent().getParent().getParent();
        Path file = module.resolve("src/test/resources/samples").resolve(nameOf(sample) + EXPECTED);
        try {
            return Files.writeString(file, expectation);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static String nameOf(Path sample) {
        return sample.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.endsWith(EXPECTED);
    }

    private static Path folder(Class<?> test) {
        URL classes = test.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(classes.toURI()).resolve("samples");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes of " + test.getName() + " must be in a folder", e);
        }
    }
}
