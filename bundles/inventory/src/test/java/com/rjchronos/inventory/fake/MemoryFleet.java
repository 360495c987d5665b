package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.port.AcsFaults;
import com.rjchronos.port.AcsFleet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The devices and faults that an ACS would show; {@link #failure} is thrown instead while it is set, {@link #afterFaults} after a listing
 * of faults, and {@link #duringFaults} runs before one.
 */
public final class MemoryFleet implements AcsFleet, AcsFaults {
    public AcsScope scope = AcsScope.ALL;
    public AcsCensus census = new AcsCensus(0, 0, Optional.empty());
    public final List<DeviceDocument> documents = new ArrayList<>();
    public final List<AcsFault> faults = new ArrayList<>();
    public RuntimeException failure;
    public volatile RuntimeException afterFaults;
    public volatile Runnable duringFaults = () -> {};

    @Override
    public AcsScope scope() {
        return scope;
    }

    @Override
    public AcsCensus census(Instant informedSince) {
        fail();
        return census;
    }

    @Override
    public List<DeviceDocument> sample(Set<String> projection, Instant informedSince, int most) {
        fail();
        return documents.stream().limit(most).toList();
    }

    @Override
    public long sweep(Optional<Instant> since, Consumer<AcsFault> each) {
        fail();
        duringFaults.run();
        faults.forEach(each);
        if (afterFaults != null) {
            throw afterFaults;
        }
        return faults.size();
    }

    @Override
    public List<AcsFault> of(String genieacsId) {
        return faults.stream().filter(f -> f.genieacsId().equals(genieacsId)).toList();
    }

    @Override
    public CommandOutcome delete(String genieacsId, String channel) {
        throw new UnsupportedOperationException("nobody deletes one");
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
