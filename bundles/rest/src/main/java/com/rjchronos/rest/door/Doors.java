package com.rjchronos.rest.door;

import com.rjchronos.api.Accounts;
import com.rjchronos.api.AcsSetups;
import com.rjchronos.api.Connectors;
import com.rjchronos.api.Devices;
import com.rjchronos.api.Faults;
import com.rjchronos.api.Planner;
import com.rjchronos.api.Samples;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The front doors of the house. One that is not there at the moment throws {@code UNAVAILABLE}; no resource goes with it. */
@Component(service = Doors.class)
public final class Doors {
    private static final Duration RETRY = Duration.ofSeconds(2);

    // dynamic and optional on purpose: a neighbour that leaves must not take the JAX-RS application with it
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Accounts accounts;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Devices devices;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Sweeps sweeps;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Connectors connectors;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Planner planner;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile AcsSetups acsSetups;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Faults faults;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Samples samples;

    /** With these doors; null for one that is not there. */
    public static Doors of(Accounts accounts, Devices devices, Sweeps sweeps, Connectors connectors) {
        Doors doors = new Doors();
        doors.accounts = accounts;
        doors.devices = devices;
        doors.sweeps = sweeps;
        doors.connectors = connectors;
        return doors;
    }

    /** These and a planner. */
    public Doors and(Planner present) {
        planner = present;
        return this;
    }

    /** These and the setting up of ACSs. */
    public Doors and(AcsSetups present) {
        acsSetups = present;
        return this;
    }

    /** These and faults. */
    public Doors and(Faults present) {
        faults = present;
        return this;
    }

    /** These and samples. */
    public Doors with(Samples present) {
        samples = present;
        return this;
    }

    public Accounts accounts() {
        return present(accounts, "accounts");
    }

    public Devices devices() {
        return present(devices, "devices");
    }

    public Sweeps sweeps() {
        return present(sweeps, "sweeps");
    }

    public Connectors connectors() {
        return present(connectors, "connectors");
    }

    public Planner planner() {
        return present(planner, "plans");
    }

    public AcsSetups acsSetups() {
        return present(acsSetups, "the setting up of ACSs");
    }

    public Faults faults() {
        return present(faults, "faults");
    }

    public Samples samples() {
        return present(samples, "samples");
    }

    /** Whether people can sign in and read devices. */
    public boolean essentialsPresent() {
        return accounts != null && devices != null;
    }

    private static <T> T present(T door, String name) {
        return Optional.ofNullable(door).orElseThrow(() -> Problem.unavailable(
                        "The part of the appliance that serves " + name + " is not there at the moment.", RETRY)
                .thrown());
    }
}
