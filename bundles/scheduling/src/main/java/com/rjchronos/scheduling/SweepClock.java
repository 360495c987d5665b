package com.rjchronos.scheduling;

import com.rjchronos.api.Faults;
import com.rjchronos.api.Sweeps;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Fires the sweeps. Its routes live exactly as long as the doors they call. */
@Component(
        immediate = true,
        service = {},
        configurationPid = "com.rjchronos.scheduling")
@Designate(ocd = SweepClock.Config.class)
public final class SweepClock {

    @ObjectClassDefinition(name = "The clock of the sweeps")
    public @interface Config {
        @AttributeDefinition(description = "When devices are read that informed since the last sweep (Quartz cron)")
        String incrementalCron() default "0 0/5 * * * ?";

        @AttributeDefinition(description = "When new devices are looked for")
        String discoveryCron() default "0/30 * * * * ?";

        @AttributeDefinition(description = "When every device is read")
        String fullCron() default "0 10 3 * * ?";

        @AttributeDefinition(description = "When the stored fleet is compared with the clock")
        String reassessCron() default "20 * * * * ?";

        @AttributeDefinition(description = "When the faults that the ACSs hold are listed")
        String faultsCron() default "40 0/5 * * * ?";
    }

    private final CamelContext camel;
    private final ExecutorService threads = Executors.newCachedThreadPool(SweepClock::thread);

    @Activate
    public SweepClock(
            @Reference Sweeps sweeps,
            @Reference Faults faults,
            BundleContext bundle,
            Config config,
            Map<String, Object> properties) {
        this(Timetable.of(config, properties), sweeps, faults, new OsgiDefaultCamelContext(bundle));
    }

    SweepClock(Timetable times, Sweeps sweeps, Faults faults, CamelContext camel) {
        this.camel = camel;
        camel.disableJMX();
        camel.getCamelContextExtension().setName("scheduling");
        camel.setLoadHealthChecks(false);
        camel.setMessageHistory(false);
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(3);
        camel.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
        try {
            QuartzComponent quartz = new QuartzComponent(camel);
            quartz.setProperties(inMemory());
            camel.addComponent("quartz", quartz);
            camel.addRoutes(new SweepRoutes(times, sweeps, faults, threads));
            camel.start();
        } catch (Exception e) {
            leave();
            throw new IllegalStateException("The clock does not start", e);
        }
    }

    /** Interrupts what is under way: a sweep may take long. */
    @Deactivate
    void leave() {
        camel.stop();
        threads.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
    }

    /** What was not fired while the appliance was down is not made up for. */
    private static Properties inMemory() {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "chronos");
        quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        quartz.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        quartz.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        quartz.setProperty("org.quartz.threadPool.threadCount", "1");
        return quartz;
    }
}
