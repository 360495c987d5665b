package com.rjchronos.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulator as a part of the demo. Without a configuration there is none. */
@Component(
        configurationPid = "com.rjchronos.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true,
        service = {})
@Designate(ocd = SimulatorConfig.class)
public final class Simulator {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final String FILE = "etc/com.rjchronos.simulator.cfg";

    private final NbiLookalike lookalike;

    @Activate
    public Simulator(Map<String, Object> properties) throws IOException {
        this(SimulatorSettings.from(properties, FILE), Clock.systemUTC());
    }

    Simulator(SimulatorSettings settings, Clock clock) throws IOException {
        lookalike = new NbiLookalike(settings, clock, Optional.empty()).start();
        LOG.info("The simulator plays a GenieACS. url={} devices={}", lookalike.url(), settings.devices());
    }

    @Deactivate
    void stop() throws IOException {
        lookalike.close();
        LOG.info("The simulator has stopped.");
    }
}
