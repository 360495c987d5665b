package com.rjchronos.model.reading;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reading while it is made: the one place, beside the record, that names each part. */
final class ReadingDraft {
    private final DeviceIdentity identity;
    private final Optional<Instant> lastInform;
    private final Optional<Instant> registered;
    private final Set<String> tags;
    DeviceKind kind = DeviceKind.CPE;
    Optional<String> model = Optional.empty();
    Optional<String> hardwareVersion = Optional.empty();
    Optional<String> softwareVersion = Optional.empty();
    Optional<String> ponSerial = Optional.empty();
    Optional<String> mac = Optional.empty();
    Optional<Measured<Duration>> uptime = Optional.empty();
    Optional<Duration> informInterval = Optional.empty();
    Optional<String> lanIp = Optional.empty();
    Optional<Integer> hosts = Optional.empty();
    OpticalReading optical = OpticalReading.NONE;
    List<WanConnection> wans = List.of();
    List<Wlan> wlans = List.of();
    CustomerNetwork network = CustomerNetwork.NONE;

    ReadingDraft(
            DeviceIdentity identity, Optional<Instant> lastInform, Optional<Instant> registered, Set<String> tags) {
        this.identity = identity;
        this.lastInform = lastInform;
        this.registered = registered;
        this.tags = tags;
    }

    ReadingDraft(DeviceReading reading) {
        this(reading.identity(), reading.lastInform(), reading.registered(), reading.tags());
        kind = reading.kind();
        model = reading.model();
        hardwareVersion = reading.hardwareVersion();
        softwareVersion = reading.softwareVersion();
        ponSerial = reading.ponSerial();
        mac = reading.mac();
        uptime = reading.uptime();
        informInterval = reading.informInterval();
        lanIp = reading.lanIp();
        hosts = reading.hosts();
        optical = reading.optical();
        wans = reading.wans();
        wlans = reading.wlans();
        network = reading.network();
    }

    DeviceReading reading() {
        return new DeviceReading(
                identity,
                lastInform,
                registered,
                tags,
                kind,
                model,
                hardwareVersion,
                softwareVersion,
                ponSerial,
                mac,
                uptime,
                informInterval,
                lanIp,
                hosts,
                optical,
                wans,
                wlans,
                network);
    }
}
