package com.rjchronos.spi.standard;

import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.Station;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The stations of one Wi-Fi network. An entry without an address is nobody. */
final class Stations {
    /** More than any radio serves; whatever keeps more entries keeps them of stations that left. */
    private static final int MAX_INSTANCE = 4096;

    private static final double MAX_KBPS = 100_000_000;

    private Stations() {}

    static List<Station> tr098(Branch network, StationDialect dialect) {
        return network.at("AssociatedDevice").instances(MAX_INSTANCE).stream()
                .flatMap(entry -> station(entry, network.path(), "AssociatedDeviceMACAddress")
                        .map(station -> station.signalDbm(first(entry, dialect.signals(), Stations::dbm))
                                .downKbps(first(entry, dialect.downRates(), raw -> Optional.empty()))
                                .upKbps(first(entry, dialect.upRates(), raw -> Optional.empty())))
                        .stream())
                .toList();
    }

    /** Those of an access point; one that is said not to be active has left. */
    static List<Station> tr181(Branch point, String network) {
        return point.at("AssociatedDevice").instances(MAX_INSTANCE).stream()
                .filter(entry -> entry.flag("Active").orElse(true))
                .flatMap(entry -> station(entry, network, "MACAddress")
                        .map(station -> station.signalDbm(Optics.measured(entry, "SignalStrength", Stations::dbm))
                                .downKbps(Optics.measured(entry, "LastDataDownlinkRate", Stations::kbps))
                                .upKbps(Optics.measured(entry, "LastDataUplinkRate", Stations::kbps)))
                        .stream())
                .toList();
    }

    /** Of those that report a signal, in dBm. */
    static Optional<Double> averageSignal(List<Station> stations) {
        OptionalDouble mean = stations.stream()
                .flatMap(station -> station.signalDbm().flatMap(Measured::value).stream())
                .mapToInt(Integer::intValue)
                .average();
        return mean.isPresent() ? Optional.of(Math.round(mean.getAsDouble() * 10) / 10.0) : Optional.empty();
    }

    private static Optional<Station> station(Branch entry, String network, String address) {
        return entry.text(address).flatMap(Addresses::mac).map(mac -> Station.of(entry.path(), network, mac)
                .at(entry.leaf(address).flatMap(Leaf::at)));
    }

    private static Optional<Measured<Integer>> first(
            Branch entry, List<String> names, Function<Double, Optional<Integer>> conversion) {
        return Optics.first(names.stream()
                .map(name -> Optics.measured(entry, name, conversion))
                .toList());
    }

    /** 0, which some devices always report, and what is no signal are none; some report a scale of their own. */
    private static Optional<Integer> dbm(double raw) {
        return raw >= -120 && raw <= -1 ? Optional.of((int) Math.round(raw)) : Optional.empty();
    }

    private static Optional<Integer> kbps(double raw) {
        return raw >= 1 && raw <= MAX_KBPS ? Optional.of((int) raw) : Optional.empty();
    }
}
