package com.rjchronos.inventory.connector;

import com.rjchronos.model.reading.DeviceReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom of stored devices one connector takes from another, by the precedence of claims; between equals by that of the desk. What it
 * evaluates is foreign, and it says at any time whose.
 */
final class Contest {
    private final InstalledConnector newcomer;
    private final InstalledConnector owner;
    private final boolean before;
    private volatile InstalledConnector asked;

    /** @param before whether the newcomer comes before the owner where their claims are equal */
    Contest(InstalledConnector newcomer, InstalledConnector owner, boolean before) {
        this.newcomer = newcomer;
        this.owner = owner;
        this.before = before;
        this.asked = newcomer;
    }

    /** Whose expressions are being evaluated. */
    InstalledConnector asked() {
        return asked;
    }

    /** The GenieACS ids of those it takes; not of one whose claim an expression breaks on, for it would break on the document, too. */
    Set<String> taken(List<DeviceReading> devices) {
        Set<String> taken = new HashSet<>();
        for (DeviceReading device : devices) {
            try {
                if (takes(device)) {
                    taken.add(device.identity().genieacsId());
                }
            } catch (VirtualMachineError e) { // an expression against a long value
                asked.failed("Connector " + asked + " has a claim that threw " + e + ".");
            }
        }
        return taken;
    }

    private boolean takes(DeviceReading device) {
        int rank = rank(newcomer, device);
        int theirs = rank == 0 || owner.fallback() ? 0 : rank(owner, device);
        return rank > theirs || rank > 0 && rank == theirs && before;
    }

    private int rank(InstalledConnector connector, DeviceReading device) {
        asked = connector;
        return connector.claims().rank(device.identity(), device.model());
    }
}
