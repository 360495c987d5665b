package com.rjchronos.inventory.connector;

/** Hears what happens to connectors. Returns at once and never throws: it is called where documents wait. */
@FunctionalInterface
interface SwapWitness {
    /** Nobody listens. */
    SwapWitness NOBODY = swap -> {};

    void saw(Swap swap);
}
