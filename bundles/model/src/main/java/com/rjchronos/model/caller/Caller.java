package com.rjchronos.model.caller;

import com.rjchronos.model.problem.Problem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The first argument of every door, whoever calls.
 *
 * @param actor who
 * @param permissions what he may do
 * @param origin by which way he came
 * @param address his network address, if he has one
 * @param traceId names this call in logs, the trail and answers; never empty
 */
public record Caller(
        Actor actor, Set<Permission> permissions, Origin origin, Optional<String> address, String traceId) {

    public Caller {
        permissions = Set.copyOf(permissions);
        if (traceId == null || traceId.isBlank()) {
            throw new IllegalArgumentException("a caller needs a trace id");
        }
    }

    /** The appliance itself, e.g. its clock; it may do everything. */
    public static Caller system(String name, Origin origin) {
        return new Caller(
                Actor.system(name),
                EnumSet.allOf(Permission.class),
                origin,
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Throws a {@code FORBIDDEN} problem that names the missing permission. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.forbidden(permission).thrown();
        }
    }
}
