package com.rjchronos.model.reading;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A station that is associated with a Wi-Fi network of the device. Make one with {@link #of} and add what was found.
 *
 * @param path the entry it was read from, e.g. {@code Device.WiFi.AccessPoint.1.AssociatedDevice.2}
 * @param network the {@link Wlan#path} of its network
 * @param mac {@code AA:BB:CC:DD:EE:FF}
 * @param signalDbm as the device receives it, in dBm
 * @param downKbps the rate last used towards it, in kbit/s
 * @param upKbps the rate last used by it, in kbit/s
 * @param at when its address was read from the device
 */
public record Station(
        String path,
        String network,
        String mac,
        Optional<Measured<Integer>> signalDbm,
        Optional<Measured<Integer>> downKbps,
        Optional<Measured<Integer>> upKbps,
        Optional<Instant> at) {

    public Station {
        Objects.requireNonNull(path);
        Objects.requireNonNull(network);
        Objects.requireNonNull(mac);
        Objects.requireNonNull(signalDbm);
        Objects.requireNonNull(downKbps);
        Objects.requireNonNull(upKbps);
        Objects.requireNonNull(at);
    }

    /** A station of which no more is known yet. */
    public static Station of(String path, String network, String mac) {
        return new Draft(path, network, mac).made();
    }

    public Station signalDbm(Optional<Measured<Integer>> signalDbm) {
        return with(draft -> draft.signalDbm = signalDbm);
    }

    public Station downKbps(Optional<Measured<Integer>> downKbps) {
        return with(draft -> draft.downKbps = downKbps);
    }

    public Station upKbps(Optional<Measured<Integer>> upKbps) {
        return with(draft -> draft.upKbps = upKbps);
    }

    public Station at(Optional<Instant> at) {
        return with(draft -> draft.at = at);
    }

    private Station with(Consumer<Draft> change) {
        Draft draft = new Draft(path, network, mac);
        draft.signalDbm = signalDbm;
        draft.downKbps = downKbps;
        draft.upKbps = upKbps;
        draft.at = at;
        change.accept(draft);
        return draft.made();
    }

    /** One while it is made. */
    private static final class Draft {
        private final String path;
        private final String network;
        private final String mac;
        private Optional<Measured<Integer>> signalDbm = Optional.empty();
        private Optional<Measured<Integer>> downKbps = Optional.empty();
        private Optional<Measured<Integer>> upKbps = Optional.empty();
        private Optional<Instant> at = Optional.empty();

        private Draft(String path, String network, String mac) {
            this.path = path;
            this.network = network;
            this.mac = mac;
        }

        private Station made() {
            return new Station(path, network, mac, signalDbm, downKbps, upKbps, at);
        }
    }
}
