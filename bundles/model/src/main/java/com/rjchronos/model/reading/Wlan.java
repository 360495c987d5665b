package com.rjchronos.model.reading;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One Wi-Fi network that a device offers. Make one with {@link #of} and add what was found; the constructor is for the store, which
 * has to know every part.
 *
 * @param path the object it was read from
 * @param band as found from the device's own words, never from an index
 * @param ssid its name, in any script
 * @param enabled whether it is on
 * @param security how it is protected
 * @param channel in use
 * @param clients how many stations are associated
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

    public Wlan {
        Objects.requireNonNull(path);
        Objects.requireNonNull(band);
        Objects.requireNonNull(ssid);
        Objects.requireNonNull(enabled);
        Objects.requireNonNull(security);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(clients);
        Objects.requireNonNull(averageSignalDbm);
        Objects.requireNonNull(radio);
        Objects.requireNonNull(accessPoint);
    }

    /** A network of which no more is known yet. */
    public static Wlan of(String path) {
        return new Draft(path).made();
    }

    public Wlan band(Optional<Band> band) {
        return with(draft -> draft.band = band);
    }

    public Wlan ssid(Optional<String> ssid) {
        return with(draft -> draft.ssid = ssid);
    }

    public Wlan enabled(Optional<Boolean> enabled) {
        return with(draft -> draft.enabled = enabled);
    }

    public Wlan security(Optional<Security> security) {
        return with(draft -> draft.security = security);
    }

    public Wlan channel(Optional<Integer> channel) {
        return with(draft -> draft.channel = channel);
    }

    public Wlan clients(Optional<Integer> clients) {
        return with(draft -> draft.clients = clients);
    }

    public Wlan averageSignalDbm(Optional<Double> averageSignalDbm) {
        return with(draft -> draft.averageSignalDbm = averageSignalDbm);
    }

    public Wlan radio(Optional<String> radio) {
        return with(draft -> draft.radio = radio);
    }

    public Wlan accessPoint(Optional<String> accessPoint) {
        return with(draft -> draft.accessPoint = accessPoint);
    }

    private Wlan with(Consumer<Draft> change) {
        Draft draft = new Draft(path);
        draft.band = band;
        draft.ssid = ssid;
        draft.enabled = enabled;
        draft.security = security;
        draft.channel = channel;
        draft.clients = clients;
        draft.averageSignalDbm = averageSignalDbm;
        draft.radio = radio;
        draft.accessPoint = accessPoint;
        change.accept(draft);
        return draft.made();
    }

    /** One while it is made. */
    private static final class Draft {
        private final String path;
        private Optional<Band> band = Optional.empty();
        private Optional<String> ssid = Optional.empty();
        private Optional<Boolean> enabled = Optional.empty();
        private Optional<Security> security = Optional.empty();
        private Optional<Integer> channel = Optional.empty();
        private Optional<Integer> clients = Optional.empty();
        private Optional<Double> averageSignalDbm = Optional.empty();
        private Optional<String> radio = Optional.empty();
        private Optional<String> accessPoint = Optional.empty();

        private Draft(String path) {
            this.path = path;
        }

        private Wlan made() {
            return new Wlan(
                    path, band, ssid, enabled, security, channel, clients, averageSignalDbm, radio, accessPoint);
        }
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
