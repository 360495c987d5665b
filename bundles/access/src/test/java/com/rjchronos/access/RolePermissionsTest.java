package com.rjchronos.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.caller.Role;
import org.junit.jupiter.api.Test;

class RolePermissionsTest {

    @Test
    void everyRoleMayWhatTheOneBelowMay() {
        Role[] roles = Role.values();

        for (int i = 1; i < roles.length; i++) {
            assertThat(RolePermissions.of(roles[i])).containsAll(RolePermissions.of(roles[i - 1]));
        }
        assertThat(RolePermissions.of(Role.ADMIN)).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void aViewerChangesNothing() {
        assertThat(RolePermissions.of(Role.VIEWER))
                .contains(Permission.DEVICES_READ)
                .doesNotContain(Permission.SWEEPS_RUN, Permission.CONNECTORS_MANAGE);
    }

    @Test
    void anOperatorReleasesConnectors() {
        assertThat(RolePermissions.of(Role.OPERATOR)).contains(Permission.CONNECTORS_MANAGE);
        assertThat(RolePermissions.of(Role.TECHNICIAN)).doesNotContain(Permission.CONNECTORS_MANAGE);
    }

    @Test
    void onlyAnAdministratorSetsAnAcsUpAndAnOperatorSeesWhatThatWouldDo() {
        assertThat(RolePermissions.of(Role.OPERATOR))
                .contains(Permission.ACS_READ)
                .doesNotContain(Permission.ACS_MANAGE);
        assertThat(RolePermissions.of(Role.TECHNICIAN)).doesNotContain(Permission.ACS_READ);
        assertThat(RolePermissions.of(Role.ADMIN)).contains(Permission.ACS_MANAGE);
    }
}
