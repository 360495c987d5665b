package com.rjchronos.jetty;

import java.nio.ByteBuffer;
import java.util.List;
import javax.servlet.RequestDispatcher;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Says 503 and when to come back where the server alone would say that there is nothing under {@code /api}: while the bundle
 * {@code web} is exchanged, also under a request that is on its way. The house writes its answers itself, a 404 too, and leaves none to
 * the server's error pages. What lies under {@code /api/ext} belongs to others.
 */
public final class AbsenceAsProblem implements LifeCycle.Listener, HttpConfiguration.Customizer {
    /** The request attribute by which {@link RefusalsAsProblems} learns that nobody is there. */
    static final String ABSENT = "chronos.absent";

    @Override
    public void lifeCycleStarting(LifeCycle server) {
        for (Connector connector : ((Server) server).getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                    .filter(configuration -> !configuration.getCustomizers().contains(this))
                    .forEach(configuration -> configuration.addCustomizer(this));
        }
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        String path = request.getHttpURI().getDecodedPath();
        if (path != null && under(path, "/api") && !under(path, "/api/ext")) {
            HttpOutput output = request.getResponse().getHttpOutput();
            output.setInterceptor(new Correction(request, output.getInterceptor()));
        }
    }

    private static boolean under(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /**
     * Steps in where Jetty tidies up what was written so far to send an error of its own: {@code HttpChannel} looks after that for
     * the context by whose handler the page is made.
     */
    private record Correction(Request request, HttpOutput.Interceptor next) implements HttpOutput.Interceptor {
        private static final List<Object> NOBODYS = List.of(404, 503);

        @Override
        public void resetBuffer() {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            if (status != null && NOBODYS.contains(status)) {
                request.setAttribute(ABSENT, true);
                request.removeAttribute(ErrorHandler.ERROR_CONTEXT); // so that RefusalsAsProblems makes it
            }
            next.resetBuffer();
        }

        @Override
        public void write(ByteBuffer content, boolean last, Callback callback) {
            next.write(content, last, callback);
        }

        @Override
        public HttpOutput.Interceptor getNextInterceptor() {
            return next;
        }

        @Override
        public boolean isOptimizedForDirectBuffers() {
            return next.isOptimizedForDirectBuffers();
        }
    }
}
