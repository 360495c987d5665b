package com.rjchronos.model.reading;

import java.util.Locale;
import java.util.Optional;

/**
 * One Wi-Fi network that a device offers.
 *
 * @param path the object it was read from
 * @param band as found from the device's own words, never from an index
 * @param ssid its name, in any script
 * @param enabled whether it is on
 * @param security how it is protected
 * @param channel in use
 * @param clients associated stations
 * @param averageSignalDbm mean signal of the associated stations in dBm
 * @param radio the object that holds its channel, where that is another than {@code path}
 * @param accessPoint the object that holds its protection, where that is another than {@code path}
 */
public record Wlan(
        String path,
        Optional<Band> band,
        Optional<String> ssid,
        Optional<Boolean> enabled,
        Optional<Security> security,
        Optional<Integer> channel,
        Optional<Integer> clients,
        Optional<Double> averageSignalDbm,
        Optional<String> radio,
        Optional<String> accessPoint) {

    /** A network that one object holds, as in TR-098. */
    public Wlan(
            String path,
            Optional<Band> band,
            Optional<String> ssid,
            Optional<Boolean> enabled,
            Optional<Security> security,
            Optional<Integer> channel,
            Optional<Integer> clients,
            Optional<Double> averageSignalDbm) {
        this(
                path,
                band,
                ssid,
                enabled,
                security,
                channel,
                clients,
                averageSignalDbm,
                Optional.empty(),
                Optional.empty());
    }

    /** Frequency band. */
    public enum Band {
        GHZ_2_4("2.4GHz"),
        GHZ_5("5GHz"),
        GHZ_6("6GHz");

        private final String label;

        Band(String label) {
            this.label = label;
        }

        /** As the API and TR-181's {@code OperatingFrequencyBand} spell it. */
        public String label() {
            return label;
        }

        /** The band a channel number belongs to where only 2.4 and 5 GHz exist: above 14 is 5 GHz. */
        public static Optional<Band> ofChannel(int channel) {
            if (channel < 1 || channel > 196) {
                return Optional.empty();
            }
            return Optional.of(channel > 14 ? GHZ_5 : GHZ_2_4);
        }
    }

    /** Protection of a network, as the API spells it. */
    public enum Security {
        OPEN("Open"),
        WEP("WEP"),
        WPA("WPA"),
        WPA2("WPA2"),
        WPA3("WPA3");

        private final String label;

        Security(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label.toUpperCase(Locale.ROOT);
        }
    }
}
