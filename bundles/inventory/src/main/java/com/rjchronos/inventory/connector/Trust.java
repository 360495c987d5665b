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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
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

    /**
     * That each of its files is signed with this certificate, of one at least. Not signed are the manifest, which the signature
     * covers, and what a signature consists of: a {@code .SF} and its block. Alone they are files like any other.
     */
    record Signer(String fingerprint) implements Trust {
        private static final String MANIFEST = "META-INF/MANIFEST.MF";
        private static final Pattern OF_A_SIGNATURE = Pattern.compile("(META-INF/[A-Z0-9_-]+[.])(SF|RSA|DSA|EC)");
        private static final List<String> BLOCKS = List.of("RSA", "DSA", "EC");

        @Override
        public Optional<String> refusal(Path jar) {
            String digest = BundleContent.sha256(jar).orElse("unknown");
            try (JarFile file = new JarFile(jar.toFile(), true)) {
                List<JarEntry> signed = Collections.list(file.entries()).stream()
                        .filter(entry -> !entry.isDirectory() && !isOfASignature(file, entry.getName()))
                        .toList();
                for (JarEntry entry : signed) {
                    if (!isSigned(file, entry)) {
                        return Optional.of("It is not signed as connectorSigner wants: " + entry.getName()
                                + ". Its SHA-256 is " + digest + ".");
                    }
                }
                if (signed.isEmpty()) {
                    return Optional.of("It holds nothing that connectorSigner signed. Its SHA-256 is " + digest + ".");
                }
                return Optional.empty();
            } catch (IOException | SecurityException e) {
                return Optional.of(
                        "Its signature does not hold: " + e.getMessage() + ". Its SHA-256 is " + digest + ".");
            }
        }

        private static boolean isOfASignature(JarFile file, String name) {
            if (name.equals(MANIFEST)) {
                return true;
            }
            Matcher part = OF_A_SIGNATURE.matcher(name);
            if (!part.matches()) {
                return false;
            }
            return part.group(2).equals("SF")
                    ? BLOCKS.stream().anyMatch(block -> file.getEntry(part.group(1) + block) != null)
                    : file.getEntry(part.group(1) + "SF") != null;
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
