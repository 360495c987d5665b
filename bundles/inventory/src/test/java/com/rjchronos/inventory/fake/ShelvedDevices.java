package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.PingReport;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.AcsDevices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ACS that has documents and nothing else; whatever it is asked for it gives all of one. */
public final class ShelvedDevices implements AcsDevices {
    public final Map<String, DeviceDocument> documents = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public final Set<String> silent = new HashSet<>();
    public Set<String> projection = Set.of();

    @Override
    public Optional<DeviceDocument> document(String genieacsId, Set<String> wanted) {
        asked.add(genieacsId);
        projection = wanted;
        if (silent.contains(genieacsId)) {
            throw Problem.unavailable("It does not answer.", Duration.ofSeconds(1))
                    .thrown();
        }
        return Optional.ofNullable(documents.get(genieacsId));
    }

    @Override
    public Optional<String> capture(String genieacsId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CommandOutcome tag(String genieacsId, String tag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CommandOutcome untag(String genieacsId, String tag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CommandOutcome delete(String genieacsId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PingReport ping(String host) {
        throw new UnsupportedOperationException();
    }
}
