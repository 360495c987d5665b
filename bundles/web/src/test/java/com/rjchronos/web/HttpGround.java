package com.rjchronos.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The gate on a real Jetty, before an API that a test plays. */
final class HttpGround implements AutoCloseable {

    /** What the servlet at {@code /api} does. */
    interface Api {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** What CXF answers while the application is being re-wired. */
    static final Api NOBODY = (request, response) -> {
        response.setStatus(404);
        response.setContentType("text/html");
        response.getWriter().write("<html><body>No service was found.</body></html>");
    };

    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    HttpGround(WebSettings settings, Api api) throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        FilterHolder holder = new FilterHolder(new RequestGate(LimitsInForce.of(settings)));
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Played(api)), "/api/*");
        context.addServlet(new ServletHolder(new UnknownAddress()), "/*");
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    static void seen(HttpServletRequest request, HttpServletResponse response, int status, String body)
            throws IOException {
        request.setAttribute("chronos.seen", true);
        response.setStatus(status);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Sends what no decent client would; the status of the answer. */
    int statusOf(String requestLine, String... headers) throws IOException {
        String head = requestLine + "\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
        return Integer.parseInt(raw(head, "").split(" ", 3)[1]);
    }

    /** What comes back to these lines and this body, after which the client says no more. */
    String raw(String head, String body) throws IOException {
        try (Socket socket = open(head + "Connection: close\r\n", body)) {
            socket.shutdownOutput();
            return rest(socket);
        }
    }

    /** A connection on which so much was said. */
    Socket open(String head, String body) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(15_000);
        String said = head + "Host: localhost\r\n\r\n" + body;
        socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop.", e);
        }
    }

    private static final class Played extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Api api;

        Played(Api api) {
            this.api = api;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            api.answer(request, response);
        }
    }
}
