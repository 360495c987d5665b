package com.rjchronos.rest.health;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.rest.auth.Public;
import java.time.Duration;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** Whether the appliance lives, can be used, and which of its parts do not work. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final HealthBoard board;

    public HealthResource(HealthBoard board) {
        this.board = board;
    }

    /** The status for anybody; every part for a caller who may see it. */
    @GET
    @Public(knowsCallers = true)
    public HealthView health(@Context Caller caller) {
        HealthReport report = board.report();
        boolean trusted = caller != null && caller.may(Permission.HEALTH_READ);
        return trusted ? HealthView.full(report) : HealthView.brief(report);
    }

    @GET
    @Path("live")
    @Public
    public Map<String, String> live() {
        return Map.of("status", "up");
    }

    /** 503 while people cannot sign in or read devices. */
    @GET
    @Path("ready")
    @Public
    public Map<String, String> ready() {
        if (!board.report().ready()) {
            throw Problem.unavailable("People cannot sign in or read devices at the moment.", RETRY)
                    .thrown();
        }
        return Map.of("status", "up");
    }
}
