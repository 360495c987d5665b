package com.rjchronos.rest;

import com.rjchronos.rest.acs.AcsResource;
import com.rjchronos.rest.auth.AuthResource;
import com.rjchronos.rest.auth.CallerContext;
import com.rjchronos.rest.auth.CallerFilter;
import com.rjchronos.rest.connector.ConnectorResource;
import com.rjchronos.rest.dashboard.DashboardResource;
import com.rjchronos.rest.device.DeviceIds;
import com.rjchronos.rest.device.DeviceResource;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.fault.FaultResource;
import com.rjchronos.rest.health.HealthBoard;
import com.rjchronos.rest.health.HealthResource;
import com.rjchronos.rest.json.Fingerprints;
import com.rjchronos.rest.json.Json;
import com.rjchronos.rest.json.JsonProvider;
import com.rjchronos.rest.problem.ProblemMapper;
import com.rjchronos.rest.problem.UnexpectedMapper;
import com.rjchronos.rest.root.RootResource;
import com.rjchronos.rest.sweep.SweepResource;
import com.rjchronos.rest.trace.SeenFilter;
import java.util.Set;
import javax.ws.rs.core.Application;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/**
 * The API, whole: it holds every resource and every filter itself, so that it is there with all of them or not at all. No
 * resource can ever answer without the filter that asks who is calling, and the whiteboard wires it once.
 */
@Component(service = Application.class)
@JaxrsName("chronos")
@JaxrsApplicationBase("/api")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=chronos)")
public final class RestApplication extends Application {
    private final Set<Object> parts;

    @Activate
    public RestApplication(BundleContext context, @Reference Doors doors, @Reference HealthBoard board) {
        this(context.getBundle().getVersion().toString(), doors, board);
    }

    RestApplication(String version, Doors doors, HealthBoard board) {
        Json json = new Json();
        this.parts = Set.of(
                new SeenFilter(),
                new CallerFilter(doors),
                new CallerContext(),
                new DeviceIds(),
                new JsonProvider(json),
                new Fingerprints(json),
                new ProblemMapper(),
                new UnexpectedMapper(),
                new RootResource(version),
                new AuthResource(doors),
                new DeviceResource(doors),
                new DashboardResource(doors),
                new ConnectorResource(doors, json),
                new SweepResource(doors),
                new AcsResource(doors),
                new FaultResource(doors),
                new HealthResource(board));
    }

    @Override
    public Set<Object> getSingletons() {
        return parts;
    }
}
