package com.rjchronos.rest.device;

import com.rjchronos.model.device.Device;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device as every client sees it; null is what was never measured or said.
 *
 * @param id ours, opaque
 * @param staleSince since when the status is not known
 * @param measuredAt when the optical values were read from the device
 * @param ipAddress the external address, else the one in the customer's network
 * @param lastSeen the start of its last session with the ACS
 * @param connector who last read it
 * @param parkedBecause why its documents are not read at the moment
 */
public record DeviceView(
        String id,
        String genieacsId,
        String serialNumber,
        String model,
        String manufacturer,
        String productClass,
        String hardwareVersion,
        String softwareVersion,
        String macAddress,
        String kind,
        String lifecycle,
        String status,
        Instant staleSince,
        Instant measuredAt,
        String ipAddress,
        String externalIp,
        String lanIp,
        Instant lastSeen,
        Instant lastInform,
        Instant createdAt,
        List<String> tags,
        String connector,
        String parkedBecause) {

    static DeviceView of(Device device) {
        DeviceReading reading = device.reading();
        Optional<String> external = reading.externalIp();
        Instant lastInform = reading.lastInform().orElse(null);
        return new DeviceView(
                device.id().toString(),
                reading.identity().genieacsId(),
                reading.identity().serialNumber().orElse(null),
                reading.model().orElse(null),
                reading.identity().manufacturer().orElse(null),
                reading.identity().productClass().orElse(null),
                reading.hardwareVersion().orElse(null),
                reading.softwareVersion().orElse(null),
                reading.mac().orElse(null),
                device.kind().code(),
                device.lifecycle().code(),
                device.status().code(),
                device.staleSince().orElse(null),
                measuredAt(reading),
                external.or(reading::lanIp).orElse(null),
                external.orElse(null),
                reading.lanIp().orElse(null),
                lastInform,
                lastInform,
                device.createdAt(),
                reading.tags().stream().sorted().toList(),
                device.connector().orElse(null),
                device.parkedBecause().orElse(null));
    }

    /** Of the optical values alone, first of the received power: what else was measured later tells nothing of the light. */
    private static Instant measuredAt(DeviceReading reading) {
        return reading.optical()
                .rx()
                .flatMap(Measured::at)
                .or(reading.optical()::measuredAt)
                .orElse(null);
    }
}
