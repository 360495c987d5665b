package com.rjchronos.genieacs.wire;

import java.nio.file.Path;
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
 */
public record Call(String method, String target, Kind kind, Optional<HttpEntity> body, Map<String, String> headers) {

    public static Call of(String method, String target) {
        return new Call(method, target, Kind.COMMAND, Optional.empty(), Map.of());
    }

    static Call read(String target) {
        return new Call("GET", target, Kind.READ, Optional.empty(), Map.of());
    }

    public Call as(Kind other) {
        return new Call(method, target, other, body, headers);
    }

    public Call json(String text) {
        return new Call(
                method, target, kind, Optional.of(new StringEntity(text, ContentType.APPLICATION_JSON)), headers);
    }

    /** A script: the NBI takes the raw body. */
    public Call script(String text) {
        ContentType type = ContentType.create("text/plain", "UTF-8");
        return new Call(method, target, kind, Optional.of(new StringEntity(text, type)), headers);
    }

    public Call file(Path content, Map<String, String> metadata) {
        HttpEntity entity = new FileEntity(content.toFile(), ContentType.APPLICATION_OCTET_STREAM);
        return new Call(method, target, Kind.UPLOAD, Optional.of(entity), Map.copyOf(metadata));
    }

    /** Method and target; bodies hold passwords. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
