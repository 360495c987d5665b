package com.rjchronos.genieacs;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** Holds the connection of the answer under way, so that it can be cut instead of drained. */
final class Lifeline implements HttpClientConfigurer {
    private final AtomicReference<ExecRuntime> held = new AtomicReference<>();
    private volatile String cutBecause;

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableContentCompression();
        builder.addExecInterceptorFirst("lifeline", (request, scope, chain) -> {
            held.set(scope.execRuntime);
            return chain.proceed(request, scope);
        });
    }

    /** Begins anew, for the next answer. */
    void renew() {
        held.set(null);
        cutBecause = null;
    }

    /** Cuts the connection, if there is one, and remembers why. */
    void cut(String because) {
        cutBecause = because;
        cut();
    }

    /** Cuts the connection of an answer that has ended or is worth nothing any more. */
    void cut() {
        ExecRuntime runtime = held.getAndSet(null);
        if (runtime != null) {
            runtime.discardEndpoint();
        }
    }

    Optional<String> cutBecause() {
        return Optional.ofNullable(cutBecause);
    }
}
