package com.rjchronos.scheduling;

import com.rjchronos.api.Faults;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.sweep.SweepKind;
import java.util.concurrent.Executor;
import org.apache.camel.builder.RouteBuilder;

/** What the clock fires. At the start one incremental sweep, which is a full one where nothing was ever swept. */
final class SweepRoutes extends RouteBuilder {
    private final Timetable times;
    /** An ACS that is slow keeps a sweep from ending; the others are swept meanwhile, by the firings that follow. */
    private static final int MANY = 16;

    private final Sweeps sweeps;
    private final Faults faults;
    private final Executor threads;

    SweepRoutes(Timetable times, Sweeps sweeps, Faults faults, Executor threads) {
        this.times = times;
        this.sweeps = sweeps;
        this.faults = faults;
        this.threads = threads;
    }

    @Override
    public void configure() {
        Firing incremental = new Firing("incremental", MANY, threads, () -> sweeps.run(clock(), SweepKind.INCREMENTAL));
        Firing discovery = new Firing("discovery", MANY, threads, () -> sweeps.run(clock(), SweepKind.NEW));
        Firing full = new Firing("full", MANY, threads, () -> sweeps.run(clock(), SweepKind.FULL));
        Firing reassess = new Firing("reassess", 1, threads, () -> sweeps.reassess(clock()));
        Firing listing = new Firing("faults", MANY, threads, () -> faults.sweep(clock()));

        from("timer:start?repeatCount=1&delay=0&includeMetadata=false")
                .routeId("start")
                .process(incremental);
        from(quartz("incremental", times.incremental())).routeId("incremental").process(incremental);
        from(quartz("discovery", times.discovery())).routeId("discovery").process(discovery);
        from(quartz("full", times.full())).routeId("full").process(full);
        from(quartz("reassess", times.reassess())).routeId("reassess").process(reassess);
        from(quartz("faults", times.faults())).routeId("faults").process(listing);
    }

    private static String quartz(String name, String cron) {
        return "quartz:chronos/" + name + "?cron=" + cron.replace(' ', '+');
    }

    private static Caller clock() {
        return Caller.system("clock", Origin.SCHEDULE);
    }
}
