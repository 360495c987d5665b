package com.rjchronos.rest.acs;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.acs.AcsSetupTerms;
import com.rjchronos.model.acs.AcsStatus;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListAnswer;
import com.rjchronos.rest.query.ListQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** The ACSs in service, by name. */
@Path("acs")
@Produces(MediaType.APPLICATION_JSON)
public final class AcsResource {
    private final Doors doors;

    public AcsResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Allowed(Permission.ACS_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        PageRequest window = query.page();
        query.check();
        List<AcsStatus> all = doors.acsSetups().list(caller);
        List<AcsStatus> items =
                all.stream().skip(window.offset()).limit(window.limit()).toList();
        return ListAnswer.of(uri, window, new Page<>(items, all.size()), AcsView::of);
    }

    /** What setting it up would change; its {@code ETag} may come back as {@code If-Match}. */
    @GET
    @Path("{name}/setup")
    @Allowed(Permission.ACS_READ)
    public Response diff(@Context Caller caller, @PathParam("name") String name) {
        AcsSetupDiff diff = doors.acsSetups().diff(caller, id(name));
        return Response.ok(SetupView.of(diff, false)).tag(diff.fingerprint()).build();
    }

    /** Sets it up, and says what was changed; {@code force} also while a connector is away. */
    @POST
    @Path("{name}/setup")
    @Allowed(Permission.ACS_MANAGE)
    public SetupView apply(
            @Context Caller caller,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        boolean force = query.flag("force").orElse(false);
        query.check();
        AcsSetupTerms terms = new AcsSetupTerms(force, fingerprints(ifMatch));
        return SetupView.of(doors.acsSetups().apply(caller, id(name), terms), true);
    }

    /** Those that {@code If-Match} lists; a proxy that compresses makes them weak, which changes nothing here. */
    private static Set<String> fingerprints(String ifMatch) {
        return ifMatch == null || ifMatch.strip().equals("*")
                ? Set.of()
                : Arrays.stream(ifMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                        .collect(Collectors.toSet());
    }

    private static AcsId id(String name) {
        try {
            return new AcsId(name);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("ACS in service named", name).thrown(e);
        }
    }
}
