package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.connector.ConnectorRelease;
import org.junit.jupiter.api.Test;

class ConnectorReleaseCommandTest {

    @Test
    void saysWhatWasDoneAndWhatWasNot() {
        assertThat(ConnectorReleaseCommand.sentence(new ConnectorRelease("huawei", true, 0), false))
                .isEqualTo("huawei is asked again; its devices are being read.");
        assertThat(ConnectorReleaseCommand.sentence(new ConnectorRelease("huawei", false, 0), false))
                .contains("nothing was done");
        assertThat(ConnectorReleaseCommand.sentence(new ConnectorRelease("acme", false, 1200), true))
                .startsWith("1200 devices of acme");
        assertThat(ConnectorReleaseCommand.sentence(new ConnectorRelease("acme", false, 0), true))
                .isEqualTo("No device waits for acme.");
    }
}
