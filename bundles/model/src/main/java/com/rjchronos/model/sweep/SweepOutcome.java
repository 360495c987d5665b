package com.rjchronos.model.sweep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a sweep ended. Only a complete one moves the watermark. */
public enum SweepOutcome {
    RUNNING,
    COMPLETE,
    /** The ACS's answer broke off or was no answer; what came before is stored. */
    BROKEN,
    /** The appliance stopped or crashed meanwhile. */
    INTERRUPTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SweepOutcome> parse(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}
