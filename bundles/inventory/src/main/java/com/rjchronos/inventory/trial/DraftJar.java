package com.rjchronos.inventory.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A bundle in a file, as far as a trial wants to know it.
 *
 * @param name its symbolic name
 * @param version its version
 * @param components its declarative services, by their descriptions
 * @param entries its files by name
 */
record DraftJar(String name, String version, List<DraftComponent> components, Map<String, byte[]> entries) {
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Reads one; an {@code IllegalArgumentException} if it is no bundle, or one that brings jars of its own. */
    static DraftJar of(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new IllegalArgumentException("it is no bundle");
            }
            Attributes said = manifest.getMainAttributes();
            if (!said.getOrDefault(new Attributes.Name("Bundle-ClassPath"), ".").equals(".")) {
                throw new IllegalArgumentException("a bundle with a Bundle-ClassPath cannot be tried, only installed");
            }
            Map<String, byte[]> entries = entries(file);
            String version = said.getValue("Bundle-Version");
            return new DraftJar(
                    name.split(";")[0].strip(),
                    version == null ? "0.0.0" : version,
                    components(said.getValue("Service-Component"), entries),
                    entries);
        }
    }

    private static Map<String, byte[]> entries(JarFile file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        long bytes = 0;
        for (ZipEntry entry : Collections.list(file.entries())) {
            try (InputStream in = file.getInputStream(entry)) {
                byte[] content = in.readNBytes(MAX_BYTES);
                bytes += content.length;
                entries.put(entry.getName(), content);
            }
            if (bytes >= MAX_BYTES) {
                throw new IllegalArgumentException("it holds more than " + MAX_BYTES / 1024 / 1024 + " MB");
            }
        }
        return entries;
    }

    private static List<DraftComponent> components(String header, Map<String, byte[]> entries) {
        List<DraftComponent> components = new ArrayList<>();
        for (String path : header == null ? new String[0] : header.split(",")) {
            byte[] xml = entries.get(path.strip());
            if (xml != null) {
                components.add(DraftComponent.parse(xml));
            }
        }
        return components;
    }

    /** The jars in a KAR, unpacked into a folder; any other file is one itself. */
    static List<Path> unpacked(Path file, Path folder) throws IOException {
        if (!file.getFileName().toString().endsWith(".kar")) {
            return List.of(Files.copy(file, folder.resolve("0.jar")));
        }
        List<Path> jars = new ArrayList<>();
        try (JarFile kar = new JarFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(kar.entries())) {
                if (entry.getName().endsWith(".jar")) {
                    Path jar = folder.resolve(jars.size() + ".jar");
                    try (InputStream in = kar.getInputStream(entry)) {
                        byte[] content = in.readNBytes(MAX_BYTES);
                        jars.add(Files.write(jar, content));
                    }
                }
            }
        }
        return jars;
    }
}
