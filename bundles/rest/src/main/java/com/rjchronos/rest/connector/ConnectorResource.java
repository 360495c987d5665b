package com.rjchronos.rest.connector;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.json.Json;
import com.rjchronos.rest.query.ListAnswer;
import com.rjchronos.rest.query.ListQuery;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** The vendor connectors. */
@Path("connectors")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectorResource {
    private final Doors doors;
    private final Json json;

    public ConnectorResource(Doors doors, Json json) {
        this.doors = doors;
        this.json = json;
    }

    @GET
    @Allowed(Permission.CONNECTORS_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        List<Sort<ConnectorKey>> sort = query.sort(ConnectorKey.class);
        PageRequest window = query.page();
        query.check();
        List<ConnectorStatus> all = doors.connectors().list(caller);
        List<ConnectorStatus> items = all.stream()
                .sorted(ConnectorKey.order(sort))
                .skip(window.offset())
                .limit(window.limit())
                .toList();
        return ListAnswer.of(uri, window, new Page<>(items, all.size()), ConnectorView::of);
    }

    /** Devices for which there is no connector but a fallback, alike ones together, the most first. */
    @GET
    @Path("unmatched")
    @Allowed(Permission.CONNECTORS_READ)
    public Response unmatched(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        PageRequest window = query.page();
        query.check();
        return ListAnswer.of(uri, window, doors.samples().unmatched(caller, window), UnmatchedView::of);
    }

    /** Ends a quarantine; or, asked for {@code devices}, takes the devices of a connector that is away from it. */
    @POST
    @Path("{name}/release")
    @Allowed(Permission.CONNECTORS_MANAGE)
    public ReleaseView release(@Context Caller caller, @PathParam("name") String name, InputStream body)
            throws IOException {
        // by hand: a request without a body names no media type, by which JAX-RS would find method and reader
        ReleaseRequest request = (ReleaseRequest) json.read(body, ReleaseRequest.class);
        boolean devices = request != null && request.devices();
        return ReleaseView.of(doors.connectors().release(caller, name, devices));
    }
}
