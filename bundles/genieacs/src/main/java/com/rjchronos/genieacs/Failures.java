package com.rjchronos.genieacs;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What a failure on the way to the NBI means to operators. */
record Failures(NbiSettings settings, Lifeline lifeline) {

    String inWords(Throwable failure) {
        Optional<String> cut = lifeline.cutBecause();
        if (cut.isPresent()) {
            return cut.get();
        }
        String url = settings.baseUrl();
        String kind = failure.getClass().getSimpleName();
        if (failure instanceof UnknownHostException) {
            return "The host of " + url + " is not known to DNS. Check baseUrl.";
        }
        if (kind.equals("ConnectTimeoutException")) {
            return "No connection to " + url + " within "
                    + settings.connectTimeout().toSeconds() + " s. Check address and firewall.";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "The connection to " + url + " was refused. Check that genieacs-nbi runs there.";
        }
        if (failure instanceof SocketTimeoutException) {
            return "GenieACS sent nothing for " + settings.responseTimeout().toSeconds() + " s.";
        }
        if (failure instanceof SSLException) {
            return "TLS with " + url + " failed: " + failure.getMessage();
        }
        if (failure instanceof SocketException || kind.equals("NoHttpResponseException")) {
            return "GenieACS closed the connection without an answer or in its midst.";
        }
        if (kind.equals("ConnectionClosedException")
                || kind.equals("MalformedChunkCodingException")
                || kind.equals("TruncatedChunkException")) {
            return "The answer broke off before its end.";
        }
        return "Talking to " + url + " failed: " + kind + ": " + failure.getMessage();
    }
}
