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

    /** The recorded documents in a folder beside the test's classes, in alphabetical order. */
    static List<Path> of(Class<?> test, String folder) {
        try (Stream<Path> files = Files.list(classes(test).resolve(folder))) {
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

    /** Writes an expectation where people keep it, the same folder below {@code src/test/resources}. */
    static Path write(Path sample, String expectation) {
        Path classes = sample.toAbsolutePath();
        while (!classes.endsWith("target/test-classes")) {
            classes = classes.getParent();
        }
        Path file = classes.resolve("../../src/test/resources")
                .resolve(classes.relativize(sample.toAbsolutePath()))
                .resolveSibling(nameOf(sample) + EXPECTED);
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

    private static Path classes(Class<?> test) {
        URL classes = test.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(classes.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes of " + test.getName() + " must be in a folder", e);
        }
    }
}
