package com.rjchronos.genieacs.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.genieacs.sample.Masking;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.model.device.DeviceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CapturedSamplesTest {
    private final CapturedSamples samples = new CapturedSamples();

    @Test
    void readsWhatWasCaptured() throws IOException {
        String real = Files.readString(Path.of("src/test/resources/devices/zte-f670l.json"));

        DeviceDocument document = samples.read(Json.pretty(Masking.of(Json.object(real))));

        DeviceDocument before = samples.read(real);
        assertThat(document.identity().manufacturer())
                .isEqualTo(before.identity().manufacturer());
        assertThat(document.identity().productClass())
                .isEqualTo(before.identity().productClass());
        assertThat(document.identity().genieacsId())
                .isNotEqualTo(before.identity().genieacsId());
        assertThat(document.lastInform()).isEqualTo(before.lastInform());
        assertThat(document.text("InternetGatewayDevice.DeviceInfo.SoftwareVersion"))
                .isEqualTo(before.text("InternetGatewayDevice.DeviceInfo.SoftwareVersion"))
                .isPresent();
    }

    @Test
    void saysWhyATextIsNoDocument() {
        assertThatThrownBy(() -> samples.read("[1]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no object");
        assertThatThrownBy(() -> samples.read("{\"_id\":")).isInstanceOf(IllegalArgumentException.class);
    }
}
