package com.rjchronos.rest.device;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Devices: all of them, the routers, the ONUs. */
@Path("devices")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceResource {
    private final Doors doors;

    public DeviceResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Allowed(Permission.DEVICES_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        return list(caller, uri, Optional.empty(), DeviceView::of);
    }

    @GET
    @Path("cpes")
    @Allowed(Permission.DEVICES_READ)
    public Response cpes(@Context Caller caller, @Context UriInfo uri) {
        return list(caller, uri, Optional.of(DeviceKind.CPE), CpeView::of);
    }

    @GET
    @Path("onus")
    @Allowed(Permission.DEVICES_READ)
    public Response onus(@Context Caller caller, @Context UriInfo uri) {
        return list(caller, uri, Optional.of(DeviceKind.ONU), OnuView::of);
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.DEVICES_READ)
    public DeviceDetailView get(@Context Caller caller, @PathParam("id") DeviceId id) {
        return DeviceDetailView.of(found(caller, id, Optional.empty()));
    }

    /** What the device can do, of each kind of intent; where it cannot, why. */
    @GET
    @Path("{id}/capabilities")
    @Allowed(Permission.DEVICES_READ)
    public Map<String, CapabilityView> capabilities(@Context Caller caller, @PathParam("id") DeviceId id) {
        return CapabilityView.of(doors.planner().capabilities(caller, id));
    }

    @GET
    @Path("cpes/{id}")
    @Allowed(Permission.DEVICES_READ)
    public CpeView cpe(@Context Caller caller, @PathParam("id") DeviceId id) {
        return CpeView.of(found(caller, id, Optional.of(DeviceKind.CPE)));
    }

    @GET
    @Path("onus/{id}")
    @Allowed(Permission.DEVICES_READ)
    public OnuView onu(@Context Caller caller, @PathParam("id") DeviceId id) {
        return OnuView.of(found(caller, id, Optional.of(DeviceKind.ONU)));
    }

    private Response list(Caller caller, UriInfo uri, Optional<DeviceKind> kind, Function<Device, ?> view) {
        DeviceQuery query = DeviceFilters.parse(uri.getQueryParameters(), kind);
        return ListAnswer.of(uri, query.page(), doors.devices().page(caller, query), view);
    }

    private Device found(Caller caller, DeviceId id, Optional<DeviceKind> kind) {
        return doors.devices()
                .find(caller, id)
                .filter(device -> kind.isEmpty() || device.kind() == kind.get())
                .orElseThrow(() -> Problem.notFound(kind.map(DeviceKind::code).orElse("device"), id)
                        .thrown());
    }
}
