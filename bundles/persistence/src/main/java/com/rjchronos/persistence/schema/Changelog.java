package com.rjchronos.persistence.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered migrations and the file that orders them.
 *
 * @param root path of that file among the resources
 * @param loader whose resources these are
 */
public record Changelog(String root, ClassLoader loader) {
    private static final Pattern INCLUDE = Pattern.compile("<include\\s+file=\"([^\"]+)\"");

    /** The one that ships. */
    public static Changelog shipped() {
        return new Changelog("db/changelog.xml", Changelog.class.getClassLoader());
    }

    /** SHA-256 over every file, in order. */
    String digest() throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] order = read(root);
            sha.update(order);
            for (String file : included(order)) {
                sha.update(read(file));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> included(byte[] order) {
        List<String> files = new ArrayList<>();
        Matcher includes = INCLUDE.matcher(new String(order, StandardCharsets.UTF_8));
        while (includes.find()) {
            files.add(includes.group(1));
        }
        return files;
    }

    private byte[] read(String path) throws IOException {
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the bundle lacks " + path);
            }
            return in.readAllBytes();
        }
    }
}
