package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceDocument;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void readsADocumentAsGenieAcsTellsIt() {
        DeviceDocument document = Documents.resource(DocumentsTest.class, "/samples/ax2000.json");

        assertThat(document.identity().genieacsId()).isEqualTo("A0B1C2-AX%2D2000%20Pro-AX%2F20%2D00006");
        assertThat(document.identity().serialNumber()).contains("AX/20-00006");
        assertThat(document.lastInform()).contains(Instant.parse("2026-11-23T03:29:39.161Z"));
        assertThat(document.number("Device.DeviceInfo.UpTime")).contains(3_870_137.0);
        assertThat(document.leaf("Device.Optical.Interface.1.OpticalSignalLevel"))
                .hasValueSatisfying(leaf -> {
                    assertThat(leaf.value()).isEqualTo(-20_813L);
                    assertThat(leaf.type()).isEqualTo("xsd:int");
                    assertThat(leaf.at()).isPresent();
                });
    }

    @Test
    void tellsAParameterThatWasNeverReadFromAnObject() {
        DeviceDocument document = Documents.parse(
                "{\"_id\":\"x\",\"_tags\":[\"vip\"],\"Device\":{\"_object\":true,\"Unread\":{\"_object\":false,\"_writable\":true},"
                        + "\"Flag\":{\"_value\":true},\"Big\":{\"_value\":1e400},\"Odd\":{\"_value\":[1]}}}");

        assertThat(document.tags()).containsExactly("vip");
        assertThat(document.has("Device.Unread")).isTrue();
        assertThat(document.leaf("Device.Unread")).isEmpty();
        assertThat(document.flag("Device.Flag")).isEqualTo(Optional.of(true));
        assertThat(document.number("Device.Big")).isEmpty();
        assertThat(document.leaf("Device.Odd")).isEmpty();
    }
}
