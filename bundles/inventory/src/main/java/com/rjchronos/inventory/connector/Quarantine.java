package com.rjchronos.inventory.connector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a connector goes that is asked no more until it is released or updated; and who hears of it. */
final class Quarantine {
    /** Documents that a connector failed on, with none between that it could read: its devices are better read by who stands in. */
    static final int TOO_MANY = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final SwapWitness witness;

    Quarantine(SwapWitness witness) {
        this.witness = witness;
    }

    /** Puts it there, for a reason that people read; also one that left, for who reads with it still must ask it no more. */
    void take(InstalledConnector guilty, String reason) {
        if (guilty.quarantine(reason)) {
            LOG.error(
                    "Connector quarantined until it is released or updated. connector={} detail=\"{}\"",
                    guilty,
                    reason);
            witness.saw(new Swap.Quarantined(guilty.subject(), reason));
        }
    }

    /** Hears of another document that a connector could not read. */
    void missed(InstalledConnector connector, String reason) {
        int inARow = connector.missed();
        if (inARow >= TOO_MANY && !connector.gone()) {
            take(connector, "It could not read any of the last " + inARow + " documents. The last failure: " + reason);
        }
    }

    /**
     * Hears of an error that says something of the machine, not of one document.
     *
     * @param device GenieACS id
     */
    void exhausted(InstalledConnector connector, String device, VirtualMachineError error) {
        take(connector, "It threw " + error.getClass().getName() + " on device " + device + ".");
    }
}
