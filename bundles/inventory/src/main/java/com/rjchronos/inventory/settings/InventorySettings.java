package com.rjchronos.inventory.settings;

import com.rjchronos.model.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.rjchronos.inventory.cfg}; a change makes a new one, and new everything that follows it. */
@Component(service = InventorySettings.class, configurationPid = "com.rjchronos.inventory")
@Designate(ocd = InventorySettings.Config.class)
public final class InventorySettings {

    @ObjectClassDefinition(name = "Devices, sweeps and connectors")
    public @interface Config {
        @AttributeDefinition(
                description = "Milliseconds a connector may think about one document before it is quarantined",
                min = "50",
                max = "60000")
        int connectorBudgetMillis() default 5_000;

        @AttributeDefinition(
                description = "Minutes without a complete sweep after which an ACS's devices are unknown; "
                        + "three times the interval of incremental sweeps",
                min = "1",
                max = "1440")
        int staleAfterMinutes() default 15;

        @AttributeDefinition(
                description = "Inform interval in minutes of devices that do not report theirs",
                min = "1",
                max = "1440")
        int defaultInformIntervalMinutes() default 10;

        @AttributeDefinition(
                description =
                        "While an ACS answers late at least every so many-th of the clock's sweeps is run; 1: all",
                min = "1",
                max = "16")
        int lateSweepsEvery() default 4;
    }

    private final Duration connectorBudget;
    private final Duration staleAfter;
    private final Duration defaultInformInterval;
    private final int lateSweepsEvery;

    @Activate
    public InventorySettings(Config config, Map<String, Object> properties) {
        Settings settings = Settings.of(properties, Config.class);
        connectorBudget =
                Duration.ofMillis(settings.within("connectorBudgetMillis", config.connectorBudgetMillis(), 50, 60_000));
        staleAfter = Duration.ofMinutes(settings.within("staleAfterMinutes", config.staleAfterMinutes(), 1, 1440));
        defaultInformInterval = Duration.ofMinutes(
                settings.within("defaultInformIntervalMinutes", config.defaultInformIntervalMinutes(), 1, 1440));
        lateSweepsEvery = settings.within("lateSweepsEvery", config.lateSweepsEvery(), 1, 16);
    }

    public InventorySettings(Duration connectorBudget, Duration staleAfter, Duration defaultInformInterval) {
        this.connectorBudget = connectorBudget;
        this.staleAfter = staleAfter;
        this.defaultInformInterval = defaultInformInterval;
        this.lateSweepsEvery = 4;
    }

    public Duration connectorBudget() {
        return connectorBudget;
    }

    public Duration staleAfter() {
        return staleAfter;
    }

    public Duration defaultInformInterval() {
        return defaultInformInterval;
    }

    public int lateSweepsEvery() {
        return lateSweepsEvery;
    }
}
