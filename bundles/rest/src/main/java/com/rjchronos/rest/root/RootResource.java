package com.rjchronos.rest.root;

import com.rjchronos.rest.auth.Public;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The API's name and version. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class RootResource {
    private final String version;

    public RootResource(String version) {
        this.version = version;
    }

    /** What the API says of itself. */
    public record RootView(String status, String message, String version) {}

    @GET
    @Public
    public RootView root() {
        return new RootView("ok", "RJChronosConnect API", version);
    }
}
