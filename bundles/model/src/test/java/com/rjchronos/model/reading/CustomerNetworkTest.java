package com.rjchronos.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerNetworkTest {

    @Test
    void keepsTheFirstOfMoreThanAnybodyLooksAt() {
        List<Host> hosts = IntStream.range(0, 1_000)
                .mapToObj(i -> Host.of("Device.Hosts.Host." + i))
                .toList();
        List<Station> stations = IntStream.range(0, 1_000)
                .mapToObj(i -> Station.of("Device.WiFi.AccessPoint.1.AssociatedDevice." + i, "Device.WiFi.SSID.1", "x"))
                .toList();

        CustomerNetwork network = new CustomerNetwork(hosts, stations);

        assertThat(network.hosts()).isEqualTo(hosts.subList(0, CustomerNetwork.MAX));
        assertThat(network.stations()).isEqualTo(stations.subList(0, CustomerNetwork.MAX));
    }
}
