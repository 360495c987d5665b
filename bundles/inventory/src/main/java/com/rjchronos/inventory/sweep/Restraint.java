package com.rjchronos.inventory.sweep;

import com.rjchronos.inventory.settings.InventorySettings;
import com.rjchronos.port.AcsGateway;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Spares an ACS that answers late: of what the clock fires it lets every second through, then every fourth, up to a limit, and back again
 * once the ACS answers as usual. It counts what is fired, and so needs no clock.
 */
@Component(service = Restraint.class)
public final class Restraint {
    private static final Turn FIRST = new Turn(1, 0, true);

    private final int most;
    private final Map<String, Turn> turns;

    /**
     * Where the firings of one kind at one ACS stand.
     *
     * @param every how many-th is let through
     * @param left those to be left out before the next
     */
    private record Turn(int every, int left, boolean through) {}

    @Activate
    public Restraint(@Reference InventorySettings settings) {
        this(settings.lateSweepsEvery(), new ConcurrentHashMap<>());
    }

    private Restraint(int most, Map<String, Turn> turns) {
        this.most = most;
        this.turns = turns;
    }

    /** Lets at least every {@code most}-th through. */
    public static Restraint of(int most) {
        return new Restraint(most, new ConcurrentHashMap<>());
    }

    /** Whether what the clock fires now at an ACS is to be done; to be asked once for each firing. */
    public boolean lets(AcsGateway gateway, String what) {
        boolean late = gateway.pace().late();
        return turns.compute(gateway.acs() + " " + what, (key, before) -> next(before == null ? FIRST : before, late))
                .through();
    }

    private Turn next(Turn before, boolean late) {
        if (before.left() > 0) {
            return new Turn(before.every(), before.left() - 1, false);
        }
        int every = late ? Math.min(most, before.every() * 2) : Math.max(1, before.every() / 2);
        return new Turn(every, every - 1, true);
    }

    /** What operators are told while an ACS is spared. */
    Optional<String> complaint(AcsGateway gateway) {
        return most > 1 && gateway.pace().late()
                ? Optional.of("ACS " + gateway.acs() + " answers late, "
                        + gateway.pace().inWords() + ": it is swept less often until that is over.")
                : Optional.empty();
    }
}
