package com.rjchronos.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The PostgreSQL that this bundle carries for one kind of machine.
 *
 * @param version of the binaries, e.g. {@code 18.6.0}
 * @param archive the resource that holds them, a tar compressed by xz
 */
record Release(String version, String archive) {

    /** Chooses by the system properties {@code os.name} and {@code os.arch}. */
    static Release forMachine(String osName, String osArch) throws NoServerException {
        String archive =
                switch (osName + " " + osArch) {
                    case "Linux amd64", "Linux x86_64" -> "/postgres-linux-x86_64.txz";
                    case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
                    default ->
                        throw new NoServerException("there is no embedded PostgreSQL for " + osName + " on " + osArch
                                + " (there is for Linux on amd64 and aarch64); install PostgreSQL 15 or newer and set its JDBC URL"
                                + " in etc/com.rjchronos.persistence.cfg");
                };
        return new Release(bundledVersion(), archive);
    }

    /** The number that decides whether a data directory can be read. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String bundledVersion() {
        try (InputStream in = Release.class.getResourceAsStream("release.properties")) {
            Properties release = new Properties();
            release.load(in);
            return release.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
