package com.rjchronos.rest.sweep;

import static java.util.stream.Collectors.joining;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.query.ListAnswer;
import com.rjchronos.rest.query.ListQuery;
import java.util.Arrays;
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

/** Sweeps, the newest first unless asked otherwise. */
@Path("sweeps")
@Produces(MediaType.APPLICATION_JSON)
public final class SweepResource {
    private static final String KIND_RULE =
            Arrays.stream(SweepKind.values()).map(SweepKind::code).collect(joining(", ", "must be any of ", ""));
    private static final String OUTCOME_RULE =
            Arrays.stream(SweepOutcome.values()).map(SweepOutcome::code).collect(joining(", ", "must be any of ", ""));

    private final Doors doors;

    public SweepResource(Doors doors) {
        this.doors = doors;
    }

    @GET
    @Allowed(Permission.SWEEPS_READ)
    public Response list(@Context Caller caller, @Context UriInfo uri) {
        ListQuery query = ListQuery.of(uri.getQueryParameters());
        Optional<AcsId> acs = query.one("acs", SweepResource::acs, "must be the name of an ACS, e.g. main");
        Set<SweepKind> kinds = query.anyOf("kind", SweepKind::parse, KIND_RULE);
        Set<SweepOutcome> outcomes = query.anyOf("outcome", SweepOutcome::parse, OUTCOME_RULE);
        List<Sort<SweepQuery.Key>> sort = query.sort(SweepQuery.Key.class);
        PageRequest window = query.page();
        query.check();
        SweepQuery wanted = new SweepQuery(acs, kinds, outcomes, sort, window);
        return ListAnswer.of(uri, window, doors.sweeps().page(caller, wanted), SweepView::of);
    }

    private static Optional<AcsId> acs(String name) {
        return name.matches("[a-z0-9][a-z0-9_-]{0,39}") ? Optional.of(new AcsId(name)) : Optional.empty();
    }
}
