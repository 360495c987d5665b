package com.rjchronos.inventory.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What a bundle must show that did not come with the appliance. */
sealed interface Trust {

    /** Why a jar may not run; empty if it may. */
    Optional<String> refusal(Path jar);

    /** Nothing. */
    record Any() implements Trust {
        @Override
        public Optional<String> refusal(Path jar) {
            return Optional.empty();
        }
    }

    /** Everything: nothing but what ships may run. */
    record Nobody() implements Trust {
        @Override
        public Optional<String> refusal(Path jar) {
            return Optional.of("Nobody is trusted while com.rjchronos.inventory.trust.cfg is refused.");
        }
    }

    /** That it is one of these jars, byte by byte. */
    record Hashes(Set<String> sha256) implements Trust {
        @Override
        public Optional<String> refusal(Path jar) {
            Optional<String> digest = BundleContent.sha256(jar);
            return digest.filter(sha256::contains).isPresent()
                    ? Optional.empty()
                    : Optional.of("Its SHA-256 is not in connectorHashes: " + digest.orElse("it cannot be read") + ".");
        }
    }

    /** That each of its files is signed with this certificate. */
    record Signer(String fingerprint) implements Trust {
        private static final Pattern OF_THE_SIGNATURE =
                Pattern.compile("META-INF/(MANIFEST[.]MF|SIG-[^/]*|[^/]*[.](SF|RSA|DSA|EC))");

        @Override
        public Optional<String> refusal(Path jar) {
            String digest = BundleContent.sha256(jar).orElse("unknown");
            try (JarFile file = new JarFile(jar.toFile(), true)) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (!entry.isDirectory() && !isOfTheSignature(entry) && !isSigned(file, entry)) {
                        return Optional.of("It is not signed as connectorSigner wants: " + entry.getName()
                                + ". Its SHA-256 is " + digest + ".");
                    }
                }
                return Optional.empty();
            } catch (IOException | SecurityException e) {
                return Optional.of(
                        "Its signature does not hold: " + e.getMessage() + ". Its SHA-256 is " + digest + ".");
            }
        }

        private static boolean isOfTheSignature(JarEntry entry) {
            return OF_THE_SIGNATURE
                    .matcher(entry.getName().toUpperCase(Locale.ROOT))
                    .matches();
        }

        /** Known only after the entry was read to its end. */
        private boolean isSigned(JarFile file, JarEntry entry) throws IOException {
            try (InputStream in = file.getInputStream(entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            CodeSigner[] signers = entry.getCodeSigners();
            return signers != null && Arrays.stream(signers).anyMatch(this::isOurs);
        }

        private boolean isOurs(CodeSigner signer) {
            try {
                byte[] own = signer.getSignerCertPath().getCertificates().get(0).getEncoded();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(own);
                return HexFormat.of().formatHex(digest).equals(fingerprint);
            } catch (CertificateEncodingException e) {
                return false;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
