package com.rjchronos.rest.sweep;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListAnswer;
import com.rjchronos.rest.query.ListQuery;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Sweeps, the newest first. */
@Path("sweeps")
@Produces(MediaType.APPLICATION_JSON)
public final class SweepResource {
    private final Doors doors;

    public SweepResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Allowed(Permission.SWEEPS_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        Optional<AcsId> acs = query.one("acs", SweepResource::acs, "must be the name of an ACS, e.g. main");
        PageRequest window = query.page();
        query.check();
        return ListAnswer.of(uri, window, doors.sweeps().page(caller, acs, window), SweepView::of);
    }

    private static Optional<AcsId> acs(String name) {
        return name.matches("[a-z0-9][a-z0-9_-]{0,39}") ? Optional.of(new AcsId(name)) : Optional.empty();
    }
}
