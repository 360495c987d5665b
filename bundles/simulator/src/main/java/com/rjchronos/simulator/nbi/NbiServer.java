package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.control.Ledger;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannelOverHttp;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server, on one loopback address. */
public final class NbiServer {
    private static final int MOST_THREADS = 250;
    private static final int OUTPUT_BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * A server to be started.
     *
     * @param port 0 for any free one
     * @param pace devices per second of a listing, 0 for as fast as possible
     * @param crashDelay milliseconds from a crash to the reset of the connection
     * @param sessionMillis how long a connection request and the session after it take
     */
    public record Plan(String host, int port, int pace, long crashDelay, long sessionMillis) {}

    public NbiServer(Plan plan, Acs acs, ControlRoutes control, Chaos chaos, Ledger ledger) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4, 30_000);
        threads.setName("simulator-nbi");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new RawHttp());
        connector.setHost(plan.host());
        connector.setPort(plan.port());
        connector.setReuseAddress(true);
        server.addConnector(connector);
        Routes routes = new Routes(acs, plan.pace(), plan.sessionMillis());
        server.setHandler(new NbiHandler(routes, control, chaos, ledger, plan.crashDelay(), closing, acs.clock()));
        server.setStopTimeout(0);
    }

    public void start() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // Jetty looks for its services there, and must not find those of a container's own Jetty
            thread.setContextClassLoader(NbiServer.class.getClassLoader());
            server.start();
        } catch (Exception e) {
            IOException refused = new IOException("the HTTP server did not start: " + e.getMessage(), e);
            try {
                stop(); // a taken port leaves Jetty's threads behind
            } catch (IOException again) {
                refused.addSuppressed(again);
            }
            throw refused;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Ends all connections, those that are held included. */
    public void stop() throws IOException {
        closing.countDown();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the HTTP server did not stop: " + e.getMessage(), e);
        }
    }

    /** The root of the NBI; only while it runs. */
    public URI url() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    private static final class RawHttp extends HttpConnectionFactory {
        RawHttp() {
            super(configuration());
        }

        private static HttpConfiguration configuration() {
            HttpConfiguration configuration = new HttpConfiguration();
            configuration.setSendServerVersion(false);
            configuration.setSendDateHeader(true);
            configuration.setOutputBufferSize(OUTPUT_BUFFER);
            configuration.setRequestHeaderSize(LONGEST_HEAD);
            return configuration;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            HttpConnection connection =
                    new HttpConnection(
                            getHttpConfiguration(),
                            connector,
                            endPoint,
                            getHttpCompliance(),
                            isRecordHttpComplianceViolations()) {
                        @Override
                        protected HttpChannelOverHttp newHttpChannel() {
                            return new RawTargetChannel(this, getConnector(), getHttpConfiguration(), getEndPoint());
                        }
                    };
            return configure(connection, connector, endPoint);
        }
    }
}
