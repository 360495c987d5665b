package com.rjchronos.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class RefusalsAsProblemsTest {
    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

    @BeforeAll
    static void start() throws Exception {
        XmlConfiguration xml = new XmlConfiguration(Resource.newClassPathResource("jetty.xml"));
        xml.getIdMap().put("Server", SERVER);
        xml.configure();
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    static Stream<Arguments> refused() {
        String long9k = "a".repeat(9 * 1024);
        return Stream.of(
                Arguments.of("GET /api/%zz HTTP/1.1\r\n", 400),
                Arguments.of("GET /api/%00 HTTP/1.1\r\n", 400),
                Arguments.of("GET /api/..;/x HTTP/1.1\r\n", 400),
                Arguments.of("POST /api/ HTTP/1.1\r\nContent-Length: abc\r\n", 400),
                Arguments.of("DELETE /api/%zz HTTP/1.1\r\n", 400),
                Arguments.of("GET / HTTP/1.1\r\nX-Long: " + long9k + "\r\n", 431),
                Arguments.of("GET /" + long9k + " HTTP/1.1\r\n", 414),
                Arguments.of("PUT /nowhere HTTP/1.1\r\n", 404));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysAsAProblemWhatTheServerRefuses(String lines, int status) throws IOException {
        String answer = answer(lines);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json", "X-Request-Id: ")
                .contains("\"status\":" + status, "\"message\":\"", "\"trace_id\":\"")
                .doesNotContain("<h", "text/html");
        assertThat(answer.split("X-Request-Id: ")[1].substring(0, 36))
                .isEqualTo(answer.split("\"trace_id\":\"")[1].substring(0, 36));
    }

    private static String answer(String lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", CONNECTOR.getLocalPort())) {
            socket.setSoTimeout(15_000);
            String request = lines + "Host: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
