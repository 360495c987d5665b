package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepQuestion;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An NBI behind a proxy that speaks TLS with a certificate of its owner's making, and wants a token. */
@Timeout(60)
class TlsTest {
    private static final SweepQuestion ALL = new SweepQuestion(
            SweepKind.FULL, Set.of("Device.DeviceInfo"), Optional.empty(), Optional.empty(), List.of());

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private GenieAcsGateway gateway;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                "acs",
                "-keyalg",
                "EC",
                "-dname",
                "CN=acs",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-alias",
                "acs",
                "-rfc",
                "-file",
                folder.resolve("acs.pem").toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            boolean list = exchange.getRequestMethod().equals("GET");
            byte[] body = (list ? "[\n\n]" : "{\"_id\":\"6b03b28aa0809819bf79986b\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("GenieACS-Version", "1.2.17+1");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(list ? 200 : 202, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        gateway.leave();
        server.stop(0);
    }

    @Test
    void commandsAndSweepsTrustTheChosenCertificatesAndShowTheToken() throws IOException {
        String token = Files.writeString(folder.resolve("token"), "t0ken").toString();
        String password =
                Files.writeString(folder.resolve("password"), "changeit\n").toString();
        for (Map<String, Object> trust : List.<Map<String, Object>>of(
                Map.of("trustStoreFile", folder.resolve("acs.pem").toString(), "tokenFile", token),
                Map.of(
                        "trustStoreFile",
                        folder.resolve("store").toString(),
                        "trustStorePasswordFile",
                        password,
                        "tokenFile",
                        token))) {
            gateway = AcsUnderTest.gateway(url(), trust);

            assertThat(insert()).isInstanceOf(CommandOutcome.Queued.class);
            assertThat(gateway.sweep(new SweepId(1), ALL).brokenBecause()).isEmpty();
            assertThat(gateway.health().detail()).contains("newer than 1.2.16", "untested");
            gateway.leave();
        }
        assertThat(authorizations).isNotEmpty().containsOnly("Bearer t0ken");
    }

    @Test
    void aCertificateOfAStrangerIsNotTrustedAndNothingIsSent() {
        gateway = AcsUnderTest.gateway(url(), Map.of());

        assertThat(insert()).isInstanceOfSatisfying(CommandOutcome.Away.class, away -> assertThat(away.reason())
                .contains("TLS"));

        assertThat(gateway.health().state()).isEqualTo(AcsHealth.State.UNREACHABLE);
        assertThat(authorizations).isEmpty();
    }

    private CommandOutcome insert() {
        return gateway.commands().insert(new AcsCall.Reboot("00-A-1"), Delivery.queued("k"));
    }

    private String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(folder.resolve("store").toFile(), "changeit".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) {
        List<String> command = new CopyOnWriteArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("store").toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(words).isZero();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
