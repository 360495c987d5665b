package com.rjchronos.model.acs;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that devices can download from the ACS.
 *
 * @param label its name and what it is for
 * @param bytes its length
 * @param uploaded when, by the ACS's clock
 */
public record AcsFile(Label label, long bytes, Optional<Instant> uploaded) {

    /**
     * A file's name and what it is for.
     *
     * @param name in the ACS; devices fetch it by this name
     * @param fileType as CWMP spells it, e.g. {@code 1 Firmware Upgrade Image}
     * @param oui six hex digits of whose devices it is for
     * @param productClass of the devices it is for
     * @param version of the firmware
     */
    public record Label(
            String name,
            Optional<String> fileType,
            Optional<String> oui,
            Optional<String> productClass,
            Optional<String> version) {}
}
