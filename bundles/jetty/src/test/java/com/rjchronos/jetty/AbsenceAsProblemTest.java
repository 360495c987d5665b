package com.rjchronos.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AbsenceAsProblemTest {
    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A context with error pages of its own, as Pax Web's are; it plays the house where the query says so. */
    private static final class Ground extends ContextHandler {
        Ground() {
            super("/");
            setErrorHandler(new ErrorHandler());
        }

        @Override
        public void doHandle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            switch (String.valueOf(request.getQueryString())) {
                case "house" -> {
                    response.setStatus(404);
                    response.setContentType("application/problem+json");
                    response.getWriter().write("{}");
                }
                case "half" -> {
                    response.getWriter().write("half of an answer");
                    response.sendError(404);
                }
                case "large" -> {
                    response.setStatus(404);
                    response.setContentType("text/html");
                    response.getWriter().write("<p>".repeat(100_000));
                }
                case "page" -> { // as CXF says it when its application leaves
                    response.setStatus(404);
                    response.setContentType("text/html");
                    response.getWriter().write("<html><body>No service was found.</body></html>");
                    response.flushBuffer();
                }
                case "starting" -> response.sendError(503);
                case "ok" -> response.getWriter().write("fine");
                default -> response.sendError(404);
            }
        }
    }

    @BeforeAll
    static void start() throws Exception {
        XmlConfiguration xml = new XmlConfiguration(Resource.newClassPathResource("jetty.xml"));
        xml.getIdMap().put("Server", SERVER);
        xml.configure();
        CONNECTOR.setHost("127.0.0.1");
        SERVER.addConnector(CONNECTOR);
        SERVER.setHandler(new Ground());
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/devices?limit=5",
                "/api/health/live",
                "/api/devices?large",
                "/api?starting",
                "/api/devices?large",
                "/api/devices?page",
                "/%61pi/devices"
            })
    void saysComeBackWhereNobodyIsThereToKnow(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .startsWith("{")
                .contains("\"status\":503")
                .endsWith("}")
                .doesNotContain("<");
        assertThat(get(path).statusCode()).isEqualTo(503); // the connection is in order
    }

    @Test
    void saysItToEveryMethod() throws Exception {
        HttpResponse<String> post = CLIENT.send(
                to("/api/auth/token").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
        HttpResponse<String> head = CLIENT.send(
                to("/api/devices").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(post.statusCode()).isEqualTo(503);
        assertThat(head.statusCode()).isEqualTo(503);
        assertThat(head.headers().firstValue("Retry-After")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nowhere?house", "/api/ext/acme/x", "/nowhere", "/apix"})
    void leavesA404AloneThatIsAnAnswer(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void touchesNoOtherAnswer() throws Exception {
        HttpResponse<String> answer = get("/api/devices?ok");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("fine");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(to(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + path));
    }
}
