package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardWlansTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b,g,n | 0 | GHZ_2_4",
                "b/g/n | 0 | GHZ_2_4",
                "bgn | 0 | GHZ_2_4",
                "g | 0 | GHZ_2_4",
                "a | 0 | GHZ_5",
                "a,n,ac,ax | 0 | GHZ_5",
                "ac | 0 | GHZ_5",
                "11ac | 0 | GHZ_5",
                "n | 6 | GHZ_2_4",
                "n | 36 | GHZ_5",
                "ax | 149 | GHZ_5",
                "be | 6 | GHZ_2_4",
                "b,g,a | 11 | GHZ_2_4",
                "Auto | 6 | GHZ_2_4",
                "mixed | 0 | ",
                "n | 0 | ",
                " | 0 | ",
                " | 44 | GHZ_5"
            })
    void findsTheBandInWhatTheDeviceSays(String standard, long channel, Band band) {
        ParameterNode network = Trees.object("Standard", standard, "Channel", channel, "SSID", "x", "Enable", true);

        assertThat(StandardWlans.tr098(Trees.rootWith("LANDevice.1.WLANConfiguration.6", network)))
                .singleElement()
                .extracting(Wlan::band)
                .isEqualTo(Optional.ofNullable(band));
    }
}
