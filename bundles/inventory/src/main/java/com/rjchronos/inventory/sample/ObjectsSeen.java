package com.rjchronos.inventory.sample;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.port.AcsDevices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which vendor objects examples have, by one whole document each, asked for when somebody wants to know and remembered for ten minutes. */
final class ObjectsSeen {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Set<String> WHOLE = Set.of("InternetGatewayDevice", "Device");

    private record Seen(Optional<List<String>> objects, Instant at) {}

    private final Function<AcsId, Optional<AcsDevices>> devices;
    private final Clock clock;
    private final Map<DeviceIdentity, Seen> seen = new ConcurrentHashMap<>();

    ObjectsSeen(Function<AcsId, Optional<AcsDevices>> devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The group with its objects; without, if its ACS is away or does not know the example. */
    UnmatchedGroup of(UnmatchedGroup group) {
        Instant now = clock.instant();
        seen.values().removeIf(s -> !now.isBefore(s.at().plus(MEMORY)));
        Seen known = seen.get(group.example());
        if (known != null) {
            return group.seen(known.objects());
        }
        try {
            Optional<AcsDevices> acs = devices.apply(group.example().acs());
            Optional<List<String>> objects = acs.flatMap(
                            a -> a.document(group.example().genieacsId(), WHOLE))
                    .map(DeviceDocument::parameters)
                    .map(VendorObjects::in);
            if (acs.isPresent()) {
                seen.put(group.example(), new Seen(objects, now));
            }
            return group.seen(objects);
        } catch (ProblemException e) {
            return group; // it does not answer now; the next request asks again
        }
    }
}
