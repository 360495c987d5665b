package com.rjchronos.rest.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;

/** A body with its weak {@code ETag}: 304 to whoever has the same one already. */
public final class Fingerprint {
    private static final int BYTES = 12;

    private Fingerprint() {}

    public static Response answer(Request request, byte[] body) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(digest(body), 0, BYTES), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(body);
        return answer.tag(tag).build();
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
