package com.rjchronos.inventory.connector;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jar that the framework made its own when it installed a bundle: what runs, whatever became of the file it was copied from.
 * Found where Felix keeps it ({@code bundle12/version0.1/bundle.jar} beside {@code bundle12/data}); unknown of other frameworks, and of a
 * bundle that was installed by reference.
 */
final class BundleContent {
    private static final Logger LOG = LoggerFactory.getLogger(BundleContent.class);
    private static final Pattern REVISION = Pattern.compile("version(\\d{1,9})[.](\\d{1,9})");

    private BundleContent() {}

    /** Its digest in lower-case hexadecimal digits. */
    static Optional<String> sha256(Bundle bundle) {
        return jar(bundle).flatMap(BundleContent::sha256);
    }

    /** The digest of a file; empty if it cannot be read. */
    static Optional<String> sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
            return Optional.of(HexFormat.of().formatHex(sha.digest()));
        } catch (IOException e) {
            LOG.debug("A jar cannot be read. file={}", file, e);
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The newest revision's. */
    static Optional<Path> jar(Bundle bundle) {
        File data = bundle.getDataFile("");
        if (data == null) {
            return Optional.empty();
        }
        try (Stream<Path> all =
                Files.list(data.toPath().toAbsolutePath().normalize().getParent())) {
            return all.filter(p -> REVISION.matcher(p.getFileName().toString()).matches())
                    .max(Comparator.comparingLong(BundleContent::age))
                    .map(p -> p.resolve("bundle.jar"))
                    .filter(Files::isRegularFile);
        } catch (IOException e) {
            LOG.debug("The framework's copy of a bundle cannot be found. bundle={}", bundle, e);
            return Optional.empty();
        }
    }

    /** A refresh counts more than an update. */
    private static long age(Path revision) {
        Matcher matcher = REVISION.matcher(revision.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) << 32 | Long.parseLong(matcher.group(2)) : -1;
    }
}
