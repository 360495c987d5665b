package com.rjchronos.jetty;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Says 503 and when to come back where the server alone says that there is nothing under {@code /api}, or nobody: while the bundle
 * {@code web} is exchanged, also under a request that is on its way. The house answers in problems, also with a 404; what comes as a page
 * is none of its answers. What lies under {@code /api/ext} belongs to others.
 */
public final class AbsenceAsProblem implements LifeCycle.Listener, HttpConfiguration.Customizer {
    private static final int ABSENT = 503;
    private static final String RETRY_SECONDS = "2";

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
        HttpOutput output = request.getResponse().getHttpOutput();
        output.setInterceptor(new Doubt(request, output.getInterceptor()));
    }

    private static boolean isNobodys(Request request) {
        Response response = request.getResponse();
        String path = request.getHttpURI().getDecodedPath();
        return (response.getStatus() == 404 || response.getStatus() == ABSENT)
                && (request.getAttribute(RefusalsAsProblems.REFUSED) != null || !isProblem(response))
                && path != null
                && under(path, "/api")
                && !under(path, "/api/ext");
    }

    private static boolean isProblem(Response response) {
        String type = response.getHttpFields().get("Content-Type");
        return type != null && type.startsWith(RefusalsAsProblems.TYPE);
    }

    private static boolean under(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /** Looks at an answer before its first byte leaves, and puts another in its place if nobody gave it. */
    private static final class Doubt implements HttpOutput.Interceptor {
        private final Request request;
        private final HttpOutput.Interceptor next;
        private boolean looked;
        private ByteBuffer instead;

        Doubt(Request request, HttpOutput.Interceptor next) {
            this.request = request;
            this.next = next;
        }

        @Override
        public void write(ByteBuffer content, boolean last, Callback callback) {
            if (!looked) {
                looked = true;
                instead = isNobodys(request) ? comeBack(request.getResponse()) : null;
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

        private static ByteBuffer comeBack(Response response) {
            String trace = UUID.randomUUID().toString();
            byte[] body = RefusalsAsProblems.json(ABSENT, trace);
            response.setStatus(ABSENT);
            HttpFields fields = response.getHttpFields();
            fields.put("Retry-After", RETRY_SECONDS);
            Arrays.asList("Content-Encoding", "ETag", "Last-Modified").forEach(fields::remove);
            RefusalsAsProblems.headers(fields, trace);
            response.setLongContentLength(body.length);
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
