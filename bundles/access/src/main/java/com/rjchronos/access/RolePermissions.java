package com.rjchronos.access;

import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.caller.Role;
import java.util.EnumSet;
import java.util.Set;

/** What each role may do; every role may do what those below it may. */
final class RolePermissions {
    private static final Set<Permission> VIEWER = Set.of(
            Permission.ACCOUNT_SELF,
            Permission.DEVICES_READ,
            Permission.DASHBOARD_READ,
            Permission.CONNECTORS_READ,
            Permission.SWEEPS_READ,
            Permission.HEALTH_READ,
            Permission.FAULTS_READ);
    private static final Set<Permission> TECHNICIAN = VIEWER;
    private static final Set<Permission> OPERATOR =
            with(TECHNICIAN, Permission.SWEEPS_RUN, Permission.CONNECTORS_MANAGE, Permission.ACS_READ);
    private static final Set<Permission> ADMIN = Set.copyOf(EnumSet.allOf(Permission.class));

    private RolePermissions() {}

    static Set<Permission> of(Role role) {
        return switch (role) {
            case VIEWER -> VIEWER;
            case TECHNICIAN -> TECHNICIAN;
            case OPERATOR -> OPERATOR;
            case ADMIN -> ADMIN;
        };
    }

    private static Set<Permission> with(Set<Permission> lower, Permission... more) {
        Set<Permission> all = EnumSet.copyOf(lower);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
