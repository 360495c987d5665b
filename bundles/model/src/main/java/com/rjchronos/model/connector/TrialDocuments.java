package com.rjchronos.model.connector;

import com.rjchronos.model.device.DeviceId;
import java.util.Map;
import java.util.Set;

/** Which documents a connector is tried with. */
public sealed interface TrialDocuments {

    /**
     * Of some devices that it would read if it were installed: first one of each kind, then more of these kinds.
     *
     * @param most 1..{@value #MOST}
     */
    record Claimed(int most) implements TrialDocuments {
        public static final int MOST = 200;

        public Claimed {
            if (most < 1 || most > MOST) {
                throw new IllegalArgumentException("there must be 1.." + MOST + " documents but were " + most);
            }
        }
    }

    /** Of these devices, whether it would read them or not. */
    record Devices(Set<DeviceId> ids) implements TrialDocuments {
        public Devices {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * These.
     *
     * @param json by name, as {@code chronos:capture} wrote them
     */
    record Captured(Map<String, String> json) implements TrialDocuments {
        public Captured {
            json = Map.copyOf(json);
        }
    }
}
