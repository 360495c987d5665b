package com.rjchronos.genieacs.wire;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Connections to one NBI, which do nothing by themselves: no redirects, no second attempts, no cookies. */
public final class Connections {
    /** GenieACS closes an idle connection after 5 s: a command must not meet one that is being closed. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(2);

    private Connections() {}

    /** A pool of at most so many, trusting whom the context trusts or, without one, whom the JVM trusts. */
    public static PoolingHttpClientConnectionManager pool(
            int atMost, Duration connectTimeout, Duration silence, Optional<SSLContext> trust) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(atMost)
                .setMaxConnPerRoute(atMost)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(Timeout.of(silence))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(200))
                        .build());
        trust.ifPresent(t -> builder.setTlsSocketStrategy(
                ClientTlsStrategyBuilder.create().setSslContext(t).buildClassic()));
        return builder.build();
    }

    /** Closes those that idle; else they would be held half closed until the next call. */
    public static void evict(PoolingHttpClientConnectionManager pool) {
        pool.closeExpired();
        pool.closeIdle(IDLE);
    }

    public static CloseableHttpClient client(PoolingHttpClientConnectionManager pool) {
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setKeepAliveStrategy((response, context) -> IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }
}
