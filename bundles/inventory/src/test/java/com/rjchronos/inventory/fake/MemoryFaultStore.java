package com.rjchronos.inventory.fake;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultQuery;
import com.rjchronos.model.page.Page;
import com.rjchronos.port.FaultStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults that are there, in memory; {@link #failure} is thrown instead of keeping any while it is set. */
public final class MemoryFaultStore implements FaultStore {
    public final List<Handful> handfuls = new ArrayList<>();
    public final Set<String> knownDevices = new HashSet<>();
    public volatile RuntimeException failure;
    private final Map<String, Instant> there = new HashMap<>();

    @Override
    public synchronized Kept keep(Handful handful) {
        if (failure != null) {
            throw failure;
        }
        handfuls.add(handful);
        int kept = 0;
        int came = 0;
        for (AcsFault fault : handful.faults()) {
            if (!handful.knownOnly() || knownDevices.contains(fault.genieacsId())) {
                kept++;
                came += there.put(key(handful.acs(), fault), handful.at()) == null ? 1 : 0;
            }
        }
        return new Kept(kept, came);
    }

    private static String key(AcsId acs, AcsFault fault) {
        return acs + " " + fault.genieacsId() + ":" + fault.channel();
    }

    @Override
    public synchronized int gone(AcsId acs, Instant at) {
        int before = there.size();
        there.entrySet()
                .removeIf(e -> e.getKey().startsWith(acs + " ") && !e.getValue().equals(at));
        return before - there.size();
    }

    @Override
    public Page<Fault> page(FaultQuery query) {
        return new Page<>(List.of(), 7);
    }

    /** Each as {@code acs device:channel}. */
    public synchronized Set<String> there() {
        return Set.copyOf(there.keySet());
    }
}
