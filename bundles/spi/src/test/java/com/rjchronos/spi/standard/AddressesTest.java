package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void readsEverySpellingOfAMac() {
        assertThat(List.of("d8-b6-b7-00-00-01", "D8:B6:B7:00:00:01", "d8b6.b700.0001", "D8B6B7000001"))
                .allSatisfy(text -> assertThat(Addresses.mac(text)).contains("D8:B6:B7:00:00:01"));
    }

    @Test
    void refusesWhatIsNoMacOfAStation() {
        assertThat(List.of(
                        "", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:01", "d8b6b70000", "not a mac"))
                .allSatisfy(text -> assertThat(Addresses.mac(text)).isEmpty());
    }

    @Test
    void readsAnIpv4AddressAsItIs() {
        assertThat(Addresses.ipv4("100.64.12.9")).contains("100.64.12.9");
        assertThat(Addresses.ipv4("255.255.255.255")).contains("255.255.255.255");
    }

    @Test
    void refusesWhatIsNoIpv4Address() {
        assertThat(List.of(
                        "",
                        "0.0.0.0",
                        "1.2.3",
                        "1.2.3.",
                        "1.2.3.4.5",
                        "256.1.1.1",
                        "1..2.3",
                        "1.2.3.4 ",
                        "::1",
                        "0001.1.1.1"))
                .allSatisfy(text -> assertThat(Addresses.ipv4(text)).isEmpty());
    }

    @Test
    void knowsTheAddressesOfCustomersNetworks() {
        assertThat(List.of("10.0.0.1", "172.16.0.1", "172.31.255.1", "192.168.1.1"))
                .allSatisfy(ip -> assertThat(Addresses.isPrivate(ip)).isTrue());
        assertThat(List.of("100.64.0.1", "172.15.0.1", "172.32.0.1", "8.8.8.8"))
                .allSatisfy(ip -> assertThat(Addresses.isPrivate(ip)).isFalse());
    }

    @Test
    void readsAnIpv6AddressInLowerCase() {
        assertThat(Addresses.ipv6("2804:14D:1a87::5")).contains("2804:14d:1a87::5");
        assertThat(Addresses.ipv6("2001:db8:1:2:3:4:5:6")).contains("2001:db8:1:2:3:4:5:6");
        assertThat(Addresses.ipv6("fd00::")).contains("fd00::");
        assertThat(Addresses.ipv6Prefix("2804:14D:1a87:ff00::/56")).contains("2804:14d:1a87:ff00::/56");
    }

    @Test
    void refusesWhatIsNoIpv6AddressOfAConnection() {
        assertThat(List.of(
                        "",
                        "::",
                        "::1",
                        "fe80::1",
                        "ff02::1",
                        ":2001:db8::1",
                        "2001:db8::1:",
                        "2001:::1",
                        "2001::db8::1",
                        "2001:db8:1:2:3:4:5",
                        "2001:db8:1:2:3:4:5:6:7",
                        "2001:db8:1:2:3:4:5::6:7",
                        "2001:12345::",
                        "2001:db8::x",
                        "2001:db8::1/64",
                        "2001:db8::1;::",
                        "1.2.3.4"))
                .allSatisfy(text -> assertThat(Addresses.ipv6(text)).isEmpty());
        assertThat(List.of(
                        "",
                        "/",
                        "2001:db8::",
                        "2001:db8::/",
                        "2001:db8::/0",
                        "2001:db8::/129",
                        "fe80::/64",
                        "2001:db8::/5x"))
                .allSatisfy(text -> assertThat(Addresses.ipv6Prefix(text)).isEmpty());
    }
}
