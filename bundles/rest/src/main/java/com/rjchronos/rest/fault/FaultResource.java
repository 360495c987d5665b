package com.rjchronos.rest.fault;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListAnswer;
import com.rjchronos.rest.query.ListQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Faults, the newest first unless asked otherwise. */
@Path("faults")
@Produces(MediaType.APPLICATION_JSON)
public final class FaultResource {
    private final Doors doors;

    public FaultResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Allowed(Permission.FAULTS_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        Optional<AcsId> acs = query.one("acs", FaultResource::acs, "must be the name of an ACS, e.g. main");
        Optional<DeviceId> device = query.one("device_id", DeviceId::parse, "must be the id of a device");
        Set<String> codes = query.texts("code");
        Set<String> channels = query.texts("channel");
        Optional<Boolean> present = query.flag("present");
        List<Sort<FaultQuery.Key>> sort = query.sort(FaultQuery.Key.class);
        PageRequest window = query.page();
        query.check();
        FaultQuery wanted = new FaultQuery(acs, device, codes, channels, present, sort, window);
        return ListAnswer.of(uri, window, doors.faults().page(caller, wanted), FaultView::of);
    }

    private static Optional<AcsId> acs(String name) {
        return name.matches("[a-z0-9][a-z0-9_-]{0,39}") ? Optional.of(new AcsId(name)) : Optional.empty();
    }
}
