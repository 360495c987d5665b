package com.rjchronos.genieacs.wire;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.FileEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * One request.
 *
 * @param target path and query below the NBI's root, percent-encoded
 * @param atLeast for so long its answer is waited for, whatever is allowed to its kind
 */
public record Call(
        String method,
        String target,
        Kind kind,
        Optional<HttpEntity> body,
        Map<String, String> headers,
        Duration atLeast) {

    public static Call of(String method, String target) {
        return new Call(method, target, Kind.COMMAND, Optional.empty(), Map.of(), Duration.ZERO);
    }

    static Call read(String target) {
        return new Call("GET", target, Kind.READ, Optional.empty(), Map.of(), Duration.ZERO);
    }

    public Call as(Kind other) {
        return new Call(method, target, other, body, headers, atLeast);
    }

    public Call json(String text) {
        return new Call(
                method,
                target,
                kind,
                Optional.of(new StringEntity(text, ContentType.APPLICATION_JSON)),
                headers,
                atLeast);
    }

    /** A script: the NBI takes the raw body. */
    public Call script(String text) {
        ContentType type = ContentType.create("text/plain", "UTF-8");
        return new Call(method, target, kind, Optional.of(new StringEntity(text, type)), headers, atLeast);
    }

    public Call file(Path content, Map<String, String> metadata) {
        HttpEntity entity = new FileEntity(content.toFile(), ContentType.APPLICATION_OCTET_STREAM);
        return new Call(method, target, Kind.UPLOAD, Optional.of(entity), Map.copyOf(metadata), atLeast);
    }

    /** A connection request whose answer is waited for at least so long. */
    public Call knocking(String at, Duration time) {
        return new Call(method, at, Kind.KNOCK, body, headers, time);
    }

    /** Method and target; bodies hold passwords. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
