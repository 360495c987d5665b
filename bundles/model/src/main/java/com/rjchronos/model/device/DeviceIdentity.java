package com.rjchronos.model.device;

import com.rjchronos.model.acs.AcsId;
import java.util.Optional;

/**
 * How CWMP names a device: unique is the pair of ACS and {@code genieacsId}, nothing else.
 *
 * @param acs the ACS that knows it
 * @param genieacsId its {@code _id} there, escaped as GenieACS stores it (holds literal {@code %})
 * @param manufacturer from {@code _deviceId._Manufacturer}
 * @param oui six hex digits
 * @param productClass absent on some devices
 * @param serialNumber the CWMP serial, not escaped; not unique among devices
 */
public record DeviceIdentity(
        AcsId acs,
        String genieacsId,
        Optional<String> manufacturer,
        Optional<String> oui,
        Optional<String> productClass,
        Optional<String> serialNumber) {

    public DeviceIdentity {
        if (genieacsId == null || genieacsId.isBlank()) {
            throw new IllegalArgumentException("a device needs a genieacsId");
        }
    }
}
