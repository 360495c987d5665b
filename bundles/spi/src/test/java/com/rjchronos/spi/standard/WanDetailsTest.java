package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Ipv6;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a connection has beside its IPv4: counters and IPv6. */
class WanDetailsTest {
    private static final String EARLIER = "2026-11-25T05:00:00Z";
    private static final String READ = "2026-11-25T06:00:00Z";
    private static final String ADDRESS = "2001:db8:0:1::7";
    private static final String PREFIX = "2001:db8:12:ab00::/56";

    @Test
    void readsTheCountersOfATr098ConnectionWithTheirTime() {
        ParameterNode stats = Trees.object(
                "EthernetBytesReceived",
                Trees.leaf("4775749064", READ),
                "EthernetBytesSent",
                Trees.leaf(357_834_487L, READ),
                "EthernetErrorsSent",
                Trees.leaf(0L, READ),
                "EthernetPacketsSent",
                Trees.leaf(-1L, READ));

        assertThat(tr098(WanDialect.STANDARD, "Stats", stats).traffic())
                .isEqualTo(new Traffic(
                        Optional.of(4_775_749_064L),
                        Optional.of(357_834_487L),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(0L),
                        Optional.of(Instant.parse(READ))));
    }

    @Test
    void neverPutsCountersOfTwoMomentsBesideEachOther() {
        ParameterNode stats = Trees.object(
                "EthernetBytesReceived", Trees.leaf(7L, EARLIER), "EthernetBytesSent", Trees.leaf(9L, READ));

        Traffic traffic = tr098(WanDialect.STANDARD, "Stats", stats).traffic();

        assertThat(traffic.bytesReceived()).isEmpty();
        assertThat(traffic.bytesSent()).contains(9L);
        assertThat(traffic.at()).contains(Instant.parse(READ));
    }

    @Test
    void readsCountersAndIpv6OfTheIpInterfaceOverAPppInterface() {
        ParameterNode ip = Trees.object(
                "LowerLayers",
                "Device.PPP.Interface.1.",
                "Stats",
                Trees.object("BytesReceived", 5L, "PacketsReceived", 2L),
                "IPv6Address",
                Trees.object(
                        "1", Trees.object("IPAddress", "fe80::1"),
                        "2", Trees.object("IPAddress", "2001:DB8:0:1::7")),
                "IPv6Prefix",
                Trees.object(
                        "1", Trees.object("Prefix", "2001:db8:ffff::/64", "Origin", "RouterAdvertisement"),
                        "2", Trees.object("Prefix", "2001:db8:dead::/56", "PrefixStatus", "Invalid"),
                        "3", Trees.object("Prefix", PREFIX, "Origin", "PrefixDelegation")));

        WanConnection wan = tr181(Trees.object("Username", "maria@isp", "ConnectionStatus", "Connected"), ip);

        assertThat(wan.path()).isEqualTo("Device.PPP.Interface.1");
        assertThat(wan.ipv6()).isEqualTo(new Ipv6(Optional.of(ADDRESS), Optional.of(PREFIX)));
        assertThat(wan.traffic().bytesReceived()).contains(5L);
        assertThat(wan.traffic().packetsReceived()).contains(2L);
    }

    @Test
    void believesAPppInterfacesOwnCounters() {
        ParameterNode ppp = Trees.object("Username", "maria@isp", "Stats", Trees.object("BytesSent", 11L));
        ParameterNode ip = Trees.object(
                "LowerLayers", "Device.PPP.Interface.1.", "Stats", Trees.object("BytesSent", 12L, "BytesReceived", 1L));

        assertThat(tr181(ppp, ip).traffic().bytesSent()).contains(11L);
        assertThat(tr181(ppp, ip).traffic().bytesReceived()).isEmpty();
    }

    @Test
    void readsIpv6OfATr098ConnectionWhereTheVendorHasIt() {
        WanDialect names = WanDialect.STANDARD.ipv6In(
                new Ipv6Dialect(List.of(), List.of("X_None", "X_Ip6"), List.of("X_Prefix6")));
        WanDialect tables = WanDialect.STANDARD.ipv6In(new Ipv6Dialect(List.of("X_Six"), List.of(), List.of()));
        ParameterNode six = Trees.object(
                "IPv6Address", Trees.object("1", Trees.object("IPAddress", ADDRESS)),
                "IPv6Prefix", Trees.object("1", Trees.object("Prefix", PREFIX)));
        Ipv6 both = new Ipv6(Optional.of(ADDRESS), Optional.of(PREFIX));

        assertThat(tr098(names, "X_Ip6", ADDRESS, "X_Prefix6", PREFIX).ipv6()).isEqualTo(both);
        assertThat(tr098(tables, "X_Six", six).ipv6()).isEqualTo(both);
        assertThat(tr098(WanDialect.STANDARD, "X_Six", six, "X_Ip6", ADDRESS).ipv6())
                .isEqualTo(Ipv6.NONE);
    }

    private static WanConnection tr098(WanDialect dialect, Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "ConnectionStatus";
        all[1] = "Connected";
        System.arraycopy(more, 0, all, 2, more.length);
        ParameterNode device = Trees.object("WANPPPConnection", Trees.object("1", Trees.object(all)));
        return StandardWan.tr098(Trees.rootWith("WANDevice.1.WANConnectionDevice.1", device), dialect)
                .get(0);
    }

    private static WanConnection tr181(ParameterNode ppp, ParameterNode ip) {
        ParameterNode root = Trees.object(
                "PPP", Trees.object("Interface", Trees.object("1", ppp)),
                "IP", Trees.object("Interface", Trees.object("4", ip)));
        DeviceReading reading = StandardReading.of(Trees.document(Trees.object("Device", root)), WanDialect.STANDARD);
        return reading.wan().orElseThrow();
    }
}
