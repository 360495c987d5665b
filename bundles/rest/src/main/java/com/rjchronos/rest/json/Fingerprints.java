package com.rjchronos.rest.json;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.Provider;

/** Gives whatever is read a weak {@code ETag} of its body, unless it brings its own, and 304 to whoever has the same one already. */
@Provider
public final class Fingerprints implements ContainerResponseFilter {
    private static final int BYTES = 12;
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Json json;

    public Fingerprints(Json json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!READS.contains(request.getMethod()) || response.getStatus() != 200 || !response.hasEntity()) {
            return;
        }
        byte[] body = json.bytes(response.getEntity());
        EntityTag tag = response.getEntityTag() == null
                ? new EntityTag(HexFormat.of().formatHex(digest(body), 0, BYTES), true)
                : response.getEntityTag();
        Response.ResponseBuilder unmet = request.getRequest().evaluatePreconditions(tag);
        if (unmet == null) {
            response.setEntity(body);
        } else if (unmet.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            throw Problem.of(ProblemKind.PRECONDITION_FAILED, "What If-Match asks for is not what is here.")
                    .thrown();
        }
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
