package com.rjchronos.rest.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.fault.Fault;
import java.time.Instant;
import java.util.List;

/**
 * What an ACS said went wrong with a device.
 *
 * @param deviceId null while no sweep has brought the device
 * @param channel {@code task_<id>} of a task's, else the preset's channel
 * @param message in the device's or the ACS's words, without secrets
 * @param refused the parameters that the device refused, where it named them
 * @param retries how often it was tried again, in vain
 * @param reportedAt when it was last met, by the ACS's clock
 * @param firstSeen when the appliance listed it first
 * @param lastSeen when it listed it last
 * @param goneAt null while it is there
 */
public record FaultView(
        String id,
        String acs,
        String deviceId,
        String genieacsId,
        String channel,
        String code,
        String message,
        List<RefusedView> refused,
        int retries,
        Instant reportedAt,
        Instant firstSeen,
        Instant lastSeen,
        Instant goneAt) {

    /** A parameter that the device refused. */
    public record RefusedView(String parameter, String code, String message) {

        static RefusedView of(AcsFault.Refused refused) {
            return new RefusedView(refused.parameter(), refused.code(), refused.message());
        }
    }

    static FaultView of(Fault fault) {
        AcsFault said = fault.said();
        return new FaultView(
                fault.id().toString(),
                fault.acs().toString(),
                fault.device().map(DeviceId::toString).orElse(null),
                said.genieacsId(),
                said.channel(),
                said.code(),
                said.message(),
                said.refused().stream().map(RefusedView::of).toList(),
                said.retries(),
                said.at().orElse(null),
                fault.firstSeen(),
                fault.lastSeen(),
                fault.goneAt().orElse(null));
    }
}
