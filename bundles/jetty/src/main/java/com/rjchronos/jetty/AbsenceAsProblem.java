package com.rjchronos.jetty;

import static javax.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import java.nio.ByteBuffer;
import java.util.List;
import javax.servlet.RequestDispatcher;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Says 503 and when to come back where the server alone, or the whiteboard, would say that there is nothing under {@code /api}: while
 * the bundle {@code web} is exchanged, also under a request that is on its way. The house answers in problems, also with a 404, and
 * leaves none to the server's error pages: what comes as a page is none of its answers. What lies under {@code /api/ext} belongs to
 * others.
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
            output.setInterceptor(new Correction(request.getResponse(), output.getInterceptor()));
        }
    }

    private static boolean under(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /** Looks at an answer before its first byte leaves, and puts another in its place if nobody gave it. */
    private static final class Correction implements HttpOutput.Interceptor {
        private static final List<Object> NOBODYS = List.of(404, SC_SERVICE_UNAVAILABLE);

        private final Response response;
        private final HttpOutput.Interceptor next;
        private boolean looked;
        private ByteBuffer instead;

        Correction(Response response, HttpOutput.Interceptor next) {
            this.response = response;
            this.next = next;
        }

        /**
         * Jetty tidies up what was written so far to send an error of its own, which does not come by {@link #write}. {@code
         * HttpChannel} looks after that for the context by whose handler the page is made.
         */
        @Override
        public void resetBuffer() {
            Request request = response.getHttpChannel().getRequest();
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            if (status != null && NOBODYS.contains(status)) {
                request.setAttribute(ABSENT, true);
                request.removeAttribute(ErrorHandler.ERROR_CONTEXT); // so that RefusalsAsProblems makes it
            }
            next.resetBuffer();
        }

        @Override
        public void write(ByteBuffer content, boolean last, Callback callback) {
            if (!looked) {
                looked = true;
                instead = NOBODYS.contains(response.getStatus()) && !isProblem() ? comeBack() : null;
            }
            if (instead == null) {
                next.write(content, last, callback);
                return;
            }
            BufferUtil.clear(content);
            if (last) {
                next.write(instead, true, callback);
            } else {
                callback.succeeded();
            }
        }

        private boolean isProblem() {
            String type = response.getHttpFields().get("Content-Type");
            return type != null && type.startsWith(RefusalsAsProblems.TYPE);
        }

        private ByteBuffer comeBack() {
            byte[] body = RefusalsAsProblems.answer(response, SC_SERVICE_UNAVAILABLE);
            HttpFields fields = response.getHttpFields();
            fields.put("Content-Type", RefusalsAsProblems.TYPE); // also where a writer has settled on another
            response.setContentLength(-1); // Jetty compares it with what somebody else wrote, and finds it itself
            return ByteBuffer.wrap(body);
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
