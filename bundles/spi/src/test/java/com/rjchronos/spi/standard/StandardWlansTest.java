package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.Wlan.Band;
import java.util.List;
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

        assertThat(StandardWlans.tr098(
                        Trees.rootWith("LANDevice.1.WLANConfiguration.6", network), WifiDialect.STANDARD))
                .singleElement()
                .extracting(found -> found.wlan().band())
                .isEqualTo(Optional.ofNullable(band));
    }

    @ParameterizedTest
    @CsvSource({"5GHz, GHZ_5", "2.4ghz, GHZ_2_4", "6GHz, GHZ_6", "both, GHZ_2_4"})
    void believesTheVendorsOwnWordBeforeAllThatTheBandIsDerivedFrom(String word, Band band) {
        ParameterNode network = Trees.object("X_Band", word, "Standard", "b,g,n", "Channel", 6L, "Enable", true);

        assertThat(StandardWlans.tr098(
                        Trees.rootWith("LANDevice.1.WLANConfiguration.6", network),
                        new WifiDialect(List.of("X_Other", "X_Band"))))
                .singleElement()
                .extracting(found -> found.wlan().band())
                .isEqualTo(Optional.of(band));
    }
}
