package com.rjchronos.rest.dashboard;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** The dashboard's figures. */
@Path("dashboard")
@Produces(MediaType.APPLICATION_JSON)
public final class DashboardResource {
    private final Doors doors;

    public DashboardResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Path("metrics")
    @Allowed(Permission.DASHBOARD_READ)
    public MetricsView metrics(@Context Caller caller) {
        return MetricsView.of(doors.devices().metrics(caller));
    }
}
