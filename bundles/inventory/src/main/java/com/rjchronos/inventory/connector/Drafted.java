package com.rjchronos.inventory.connector;

import com.rjchronos.model.intent.Plan;
import java.util.List;

/** What the desk made of intents for one device. */
public sealed interface Drafted {

    /** One plan an intent, in order; those that failed are unsupported. */
    record Plans(List<Plan> plans) implements Drafted {

        public Plans {
            plans = List.copyOf(plans);
        }
    }

    /** Nobody is here who plans for the device. */
    record Nobody(String reason) implements Drafted {}
}
