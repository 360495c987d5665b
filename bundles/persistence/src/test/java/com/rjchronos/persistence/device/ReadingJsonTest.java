package com.rjchronos.persistence.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.Wlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

    @Test
    void readsBackWhatItWrote() {
        DeviceReading whole = Fleet.onu(7, Fleet.NOW);

        assertThat(ReadingJson.read(ReadingJson.write(whole))).isEqualTo(whole);
        assertThat(ReadingJson.write(ReadingJson.read(ReadingJson.write(whole))))
                .isEqualTo(ReadingJson.write(whole));
    }

    @Test
    void readsBackACustomersNetworkFromATextOfItsOwn() {
        CustomerNetwork network = Fleet.network(Fleet.NOW);
        DeviceReading whole = Fleet.onu(7, Fleet.NOW);

        assertThat(ReadingJson.readNetwork(ReadingJson.writeNetwork(network))).isEqualTo(network);
        assertThat(ReadingJson.write(whole.network(network))).isEqualTo(ReadingJson.write(whole));
        assertThat(ReadingJson.writeNetwork(CustomerNetwork.NONE)).isEqualTo(ReadingJson.NOBODY);
        assertThat(ReadingJson.readNetwork(ReadingJson.NOBODY)).isEqualTo(CustomerNetwork.NONE);
    }

    @Test
    void readsWhatEarlierVersionsStored() {
        String earlier = ReadingJson.write(Fleet.onu(7, Fleet.NOW))
                .replaceAll(",\"(ip6|prefix6)\":\"[^\"]*\"", "")
                .replaceAll(",\"traffic\":\\[[^]]*]", "");

        DeviceReading read = ReadingJson.read(earlier);

        assertThat(earlier).contains("\"vlanPath\"").doesNotContain("ip6", "traffic");
        assertThat(read.wan()).hasValueSatisfying(wan -> {
            assertThat(wan.externalIp()).isPresent();
            assertThat(wan.ipv6()).isEqualTo(Ipv6.NONE);
            assertThat(wan.traffic()).isEqualTo(Traffic.NONE);
        });
    }

    @Test
    void skipsWhatALaterVersionAddsToANetwork() {
        CustomerNetwork network = Fleet.network(Fleet.NOW);
        String later = ReadingJson.writeNetwork(network)
                .replaceFirst("[{]", "{\"new\":[{\"x\":1}],")
                .replace("\"active\":true", "\"active\":true,\"vendor\":{\"class\":[1]}");

        assertThat(ReadingJson.readNetwork(later)).isEqualTo(network);
    }

    @Test
    void readsBackNothing() {
        DeviceReading bare = Fleet.bare("id%2D1");

        assertThat(ReadingJson.read(ReadingJson.write(bare))).isEqualTo(bare);
    }

    @Test
    void keepsAnyCharacter() {
        String hostile = "\u0000\u0001\"\\/\n\ud83d\ude00 half \ud83d 网络 é \u2028";
        DeviceReading reading = Fleet.tagged("a b/%25é网", Set.of(hostile, "x"))
                .model(Optional.of(hostile))
                .uptime(Optional.of(new Measured<>(Optional.empty(), hostile, Optional.empty())));

        assertThat(ReadingJson.read(ReadingJson.write(reading))).isEqualTo(reading);
    }

    @Test
    void keepsNumbersThatAreNone() {
        DeviceReading reading = Fleet.bare("n")
                .optical(new OpticalReading(
                        Optional.of(new Measured<>(Optional.empty(), "--", Optional.of(Fleet.NOW))),
                        Optional.empty(),
                        Optional.of(new Measured<>(Optional.of(Double.NaN), "NaN", Optional.empty())),
                        Optional.of(new Measured<>(Optional.of(Double.POSITIVE_INFINITY), "inf", Optional.empty())),
                        Optional.of(new Measured<>(Optional.of(-0.0), "-0", Optional.of(Instant.EPOCH)))))
                .informInterval(Optional.of(Duration.ofMillis(1500)))
                .uptime(Optional.of(new Measured<>(
                        Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), "big", Optional.of(Fleet.NOW))));

        assertThat(ReadingJson.read(ReadingJson.write(reading))).isEqualTo(reading);
    }

    @Test
    void boundsWhatIsTooLong() {
        Wlan endless = Wlan.of("p".repeat(1_000_000)).ssid(Optional.of("s".repeat(10_000_000)));
        DeviceReading reading = Fleet.bare("i".repeat(5000)).wlans(Collections.nCopies(1000, endless));

        DeviceReading stored = ReadingJson.read(ReadingJson.write(reading));

        assertThat(stored.wlans()).hasSize(ReadingJson.MAX_LIST);
        assertThat(stored.wlans().get(0).ssid().orElseThrow()).hasSize(ReadingJson.MAX_TEXT);
        assertThat(stored.identity().genieacsId()).hasSize(DeviceColumns.GENIEACS_ID);
        assertThat(ReadingJson.write(stored)).isEqualTo(ReadingJson.write(reading));
    }

    @Test
    void skipsWhatALaterVersionAdded() {
        String later = ReadingJson.write(Fleet.onu(1, Fleet.NOW))
                .replaceFirst("[{]", "{\"new\":{\"deep\":[1,{\"x\":2}]},")
                .replace("\"type\":\"PPPOE\"", "\"type\":\"PPPOE\",\"mtu\":[1492]");

        assertThat(ReadingJson.read(later)).isEqualTo(Fleet.onu(1, Fleet.NOW));
    }

    @Test
    void refusesWhatItDidNotWrite() {
        assertThatThrownBy(() -> ReadingJson.read("{\"acs\":")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ReadingJson.read("{\"acs\":\"main\",\"id\":\"x\",\"kind\":\"TOASTER\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TOASTER");
    }

    @Test
    void writesTheSameTextWhateverTheOrderOfTags() {
        DeviceReading one = Fleet.tagged("t", new LinkedHashSet<>(List.of("a", "b", "c", "d")));
        DeviceReading other = Fleet.tagged("t", new LinkedHashSet<>(List.of("d", "c", "b", "a")));

        assertThat(ReadingJson.write(one)).isEqualTo(ReadingJson.write(other));
    }

    @Test
    void knowsEveryStatus() {
        for (DeviceStatus status : DeviceStatus.values()) {
            assertThat(StatusId.status(StatusId.of(status))).isEqualTo(status);
        }
    }
}
