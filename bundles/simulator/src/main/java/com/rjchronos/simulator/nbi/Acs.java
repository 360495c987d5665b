package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.cwmp.Changes;
import com.rjchronos.simulator.cwmp.Sessions;
import com.rjchronos.simulator.cwmp.Tasks;
import com.rjchronos.simulator.fleet.Fleet;
import com.rjchronos.simulator.query.JsonCollection;
import java.time.Clock;
import java.util.Map;

/**
 * What stands behind the NBI.
 *
 * @param collections all but the devices, by their name in a path
 */
public record Acs(
        Fleet fleet,
        Tasks tasks,
        Sessions sessions,
        Map<String, JsonCollection> collections,
        Clock clock,
        Changes changes) {

    JsonCollection collection(String name) {
        return collections.get(name);
    }
}
