package com.rjchronos.assembly;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle as its next version would be built. */
final class NewerJar {
    private NewerJar() {}

    /** Puts it there whole, as {@code mv} does: a half jar is none. */
    static void put(Path jar, String version, Path there) throws IOException {
        Path whole = Files.createTempFile(there.toAbsolutePath().getParent().getParent(), "newer", ".jar");
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (OutputStream file = Files.newOutputStream(whole);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                copy(in, out);
            }
        }
        Files.move(whole, there, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(JarInputStream in, JarOutputStream out) throws IOException {
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
