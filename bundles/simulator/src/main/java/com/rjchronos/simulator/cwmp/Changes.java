package com.rjchronos.simulator.cwmp;

/** Hears of everything that was changed in the simulator, whoever asked for it. */
public interface Changes {

    /**
     * One change.
     *
     * @param kind e.g. {@code value-set}, {@code task-queued}
     * @param device the device's id, or an empty text
     * @param detail what exactly
     */
    void changed(String kind, String device, String detail);
}
