package com.rjchronos.simulator.nbi;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannelOverHttp;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;

/** Keeps the request target from Jetty, which would decode it, collapse it or refuse it before GenieACS's rules are asked. */
final class RawTargetChannel extends HttpChannelOverHttp {
    private String rawTarget = "/";

    RawTargetChannel(HttpConnection connection, Connector connector, HttpConfiguration config, EndPoint endPoint) {
        super(connection, connector, config, endPoint, connection);
    }

    @Override
    public boolean startRequest(String method, String uri, HttpVersion version) {
        rawTarget = uri;
        return super.startRequest(method, "/", version);
    }

    String rawTarget() {
        return rawTarget;
    }
}
