package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PonSerialTest {

    @Test
    void readsBothSpellings() {
        assertThat(PonSerial.parse("48575443A1B2C3D4")).contains("HWTCA1B2C3D4");
        assertThat(PonSerial.parse(" zteGc8a1b2c3 ")).contains("ZTEGC8A1B2C3");
    }

    @Test
    void refusesWhatOnlyLooksAlike() {
        assertThat(List.of(
                        "",
                        "HWTC",
                        "ZTEGC67000006",
                        "HWTC1234567",
                        "HWTC1234567G",
                        "HW1C12345678",
                        "8KA8WA1151100050",
                        "0000000012345678",
                        "4857544312345678FF",
                        "ſWTC12345678"))
                .allSatisfy(text -> assertThat(PonSerial.parse(text)).isEmpty());
    }
}
