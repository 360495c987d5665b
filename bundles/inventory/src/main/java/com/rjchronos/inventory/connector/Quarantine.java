package com.rjchronos.inventory.connector;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a connector goes that is asked no more until it is released or updated; and who hears of it. */
final class Quarantine {
    /** Documents that a connector failed on, with none between that it could read: its devices are better read by who stands in. */
    static final int TOO_MANY = 50;

    /** A document may take the budget, but not one after the other: on the average a part of it, over so many documents. */
    private static final int PART = 50;

    private static final int DOCUMENTS = 100;

    /** What a document counts at the most, in averages: a machine that stood still is nobody's guilt. */
    private static final int MOST = 10;

    private static final Duration LEAST_AVERAGE = Duration.ofMillis(10);

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final SwapWitness witness;
    private final long average;

    /** @param budget what one document may take */
    Quarantine(Duration budget, SwapWitness witness) {
        this.witness = witness;
        this.average = Math.max(LEAST_AVERAGE.toNanos(), budget.toNanos() / PART);
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

    /**
     * Hears how long a connector thought about another document, in ns. One that is always slow, but never too slow, would hold up
     * the sweeps of everybody.
     */
    void thought(InstalledConnector connector, long took) {
        long behind = connector.thought(Math.min(took, MOST * average) - average);
        if (behind > DOCUMENTS * average && !connector.gone()) {
            take(connector, "It thought longer than " + average / 1_000_000 + " ms about document after document.");
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
