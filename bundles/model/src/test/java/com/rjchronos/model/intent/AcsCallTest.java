package com.rjchronos.model.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcsCallTest {
    private static final String SSID = "Device.WiFi.SSID.1.SSID";

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u0007", "\u001F", "x\uD83D", "\uDE00y", "\uFFFE", "\uFFFF"})
    void aParameterIsNotSetToWhatXmlCannotCarry(String value) {
        assertThatThrownBy(() -> AcsCall.Setting.text(SSID, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XML 1.0")
                .hasMessageContaining(SSID);
        assertThatThrownBy(() -> AcsCall.Setting.secret(SSID, Secret.of("s3cret" + value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void anIntentIsRefusedForThemBeforeAConnectorPlansIt() {
        assertThatThrownBy(() -> new DeviceIntent.ChangePppoe("user\uD83D", Optional.empty()))
                .hasMessageContaining("PPPoE user");
        assertThatThrownBy(() -> new DeviceIntent.ChangePppoe("user", Optional.of(Secret.of("s3cret\u0007"))))
                .hasMessageContaining("PPPoE password")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void allElseIsTaken() {
        String text = "Casa Jo\u00E3o \u4E2D <&> \uD83D\uDE00\t\r\n\u007F";

        assertThat(AcsCall.Setting.text(SSID, text).value()).isEqualTo(text);
        assertThat(AcsCall.Setting.text(SSID, "").value()).isEqualTo("");
        assertThat(AcsCall.Setting.number("Device.X.Y", -5).value()).isEqualTo(-5L);
    }
}
