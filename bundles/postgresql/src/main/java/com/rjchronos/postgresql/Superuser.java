package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The account that made the cluster. Its password is generated, has 256 bits, and lies in a file that only the appliance's account can read.
 *
 * @param passwordFile where the password is
 */
record Superuser(Path passwordFile) {
    static final String NAME = "postgres";
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 60;
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    String password() throws IOException, NoServerException {
        String password =
                Files.exists(passwordFile) ? Files.readString(passwordFile).strip() : "";
        if (password.isEmpty()) {
            throw new NoServerException(
                    "the password of the embedded PostgreSQL's superuser is missing; restore the file " + passwordFile
                            + " from a backup");
        }
        return password;
    }

    /** Generates one unless there is one; it is on the disk when this returns. */
    String passwordOrGenerated() throws IOException, NoServerException {
        if (!Files.exists(passwordFile) || Files.size(passwordFile) == 0) {
            Path directory = passwordFile.toAbsolutePath().getParent();
            if (!Files.exists(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Ownership.inherit(directory);
            }
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path fresh = passwordFile.resolveSibling(passwordFile.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            write(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Ownership.inherit(fresh);
            Files.move(fresh, passwordFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return password();
    }

    /** Connections to the database {@code postgres}, one a call, never pooled. */
    PGSimpleDataSource dataSource(int port) throws IOException, NoServerException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser(NAME);
        dataSource.setPassword(password());
        dataSource.setSslmode("disable"); // loopback, and the server has no certificate: saves a round trip
        dataSource.setGssEncMode("disable");
        dataSource.setConnectTimeout(CONNECT_SECONDS);
        dataSource.setSocketTimeout(ANSWER_SECONDS);
        return dataSource;
    }

    /** Writes a text into a new file that has been closed to others from the moment it exists. */
    static void write(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OURS_ALONE)) {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
