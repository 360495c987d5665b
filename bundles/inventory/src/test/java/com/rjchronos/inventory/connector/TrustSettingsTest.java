package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.settings.Settings;
import com.rjchronos.model.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustSettingsTest {
    private static final String HASH = "822e9f6e46d6eb72a72e5ad4a32ebfa8b369be4da4758577a9a87c998b6c08f9";

    @TempDir
    Path directory;

    @Test
    void trustsAnybodyUnlessToldOtherwise() {
        assertThat(settings("any", "", "")).isEqualTo(new Trust.Any());
        assertThat(settings("hashes", "", "")).isEqualTo(new Trust.Hashes(Set.of()));
    }

    @Test
    void takesHashesAsSha256sumPrintsThem() {
        assertThat(settings("hashes", " " + HASH.toUpperCase(Locale.ROOT) + ",\n " + HASH.replace('8', '7'), ""))
                .isEqualTo(new Trust.Hashes(Set.of(HASH, HASH.replace('8', '7'))));
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndNamesTheKey() {
        assertThatThrownBy(() -> settings("some", "", "")).hasMessageContaining("connectorTrust");
        assertThatThrownBy(() -> settings("hashes", "abc", ""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("connectorHashes");
        assertThatThrownBy(() -> settings("signer", "", "")).hasMessageContaining("connectorSigner");
        assertThatThrownBy(() ->
                        settings("signer", "", directory.resolve("none.pem").toString()))
                .hasMessageContaining("connectorSigner");
    }

    @Test
    void trustsAJarThatTheCertificateSignedWhole() throws Exception {
        Path certificate = keyAndCertificate("isp");
        keyAndCertificate("other");
        Trust trust = settings("signer", "", certificate.toString());
        Path jar = Framework.jar(directory.resolve("acme.jar"), "com.x.acme", "");
        assertThat(trust.refusal(jar).orElseThrow()).contains("not signed").contains("SHA-256");

        sign(jar, "other");
        assertThat(trust.refusal(jar)).isPresent();
        sign(jar, "isp");
        assertThat(trust.refusal(jar)).isEmpty();

        run(
                "jar",
                "uf",
                jar.toString(),
                "-C",
                directory.toString(),
                certificate.getFileName().toString());
        assertThat(trust.refusal(jar).orElseThrow()).contains("isp.pem");
    }

    @Test
    void whatNoSignatureCoversIsNotTrustedWhateverItIsCalled() throws Exception {
        Path certificate = keyAndCertificate("isp");
        Trust trust = settings("signer", "", certificate.toString());
        Path hidden = hiding("hidden.jar", "META-INF/SIG-X.JAR");
        Path empty = hiding("empty.jar", "META-INF/MANIFEST.MF");
        assertThat(trust.refusal(hidden)).isPresent();
        assertThat(trust.refusal(empty).orElseThrow()).contains("nothing that connectorSigner signed");

        sign(hidden, "isp");
        assertThat(trust.refusal(hidden).orElseThrow()).contains("SIG-X.JAR");
        for (String lone : List.of("META-INF/LONE.SF", "META-INF/LONE.RSA")) {
            Path with = hiding("lone.jar", lone);
            sign(with, "isp");
            assertThat(trust.refusal(with).orElseThrow()).contains(lone);
        }
    }

    /** A jar that holds no more than a manifest and a file of this name. */
    private Path hiding(String jar, String file) throws IOException {
        Path made = directory.resolve(jar);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(made))) {
            Set<String> names = new LinkedHashSet<>(List.of("META-INF/MANIFEST.MF", file));
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return made;
    }

    @Test
    void takesTheFingerprintAsKeytoolPrintsIt() {
        String printed = String.join(":", HASH.toUpperCase(Locale.ROOT).split("(?<=\\G..)"));

        assertThat(settings("signer", "", printed)).isEqualTo(new Trust.Signer(HASH));
    }

    private Path keyAndCertificate(String name) throws Exception {
        Path certificate = directory.resolve(name + ".pem");
        run(
                "keytool",
                "-genkeypair",
                "-keystore",
                store(),
                "-storepass",
                "password",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "1000");
        run(
                "keytool",
                "-exportcert",
                "-rfc",
                "-keystore",
                store(),
                "-storepass",
                "password",
                "-alias",
                name,
                "-file",
                certificate.toString());
        return certificate;
    }

    private void sign(Path jar, String name) throws Exception {
        run("jarsigner", "-keystore", store(), "-storepass", "password", jar.toString(), name);
    }

    private String store() {
        return directory.resolve("keys.p12").toString();
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        line.addAll(List.of(arguments));
        Path output = Files.createTempFile("tool", ".log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }

    private static Trust settings(String trust, String hashes, String signer) {
        return TrustSettings.trust(
                new Settings("etc/com.rjchronos.inventory.trust.cfg", Map.of()), trust, hashes, signer);
    }
}
