package com.rjchronos.rest.dashboard;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.reading.WanConnection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The fleet in figures. Null is what nothing measures; it is never replaced by a constant.
 *
 * @param alertsCount null until there are alerts
 * @param criticalAlerts null until there are alerts
 * @param uptimePercentage of the last 24 h, 0..100
 * @param slaCompliance null until there are SLAs
 * @param avgSignalStrength of Wi-Fi clients, in dBm
 */
public record MetricsView(
        long totalDevices,
        long onlineDevices,
        long offlineDevices,
        long unknownDevices,
        Long alertsCount,
        Long criticalAlerts,
        Double uptimePercentage,
        Double slaCompliance,
        Double avgSignalStrength,
        Olts oltStats,
        Connections connectionStats,
        Wifi wifiStats,
        Traffic trafficStats) {

    /** OLTs and the ONUs that hang on them; {@code averageRxPower} in dBm. */
    public record Olts(long totalOlts, long onlineOlts, long totalOnus, long onlineOnus, Double averageRxPower) {}

    /** Devices by how their WAN connection gets its address. */
    public record Connections(long pppoeConnections, long dhcpConnections, long staticConnections) {}

    /** Wi-Fi networks that are on. */
    public record Wifi(long totalWifiEnabled, long uniqueSsids, Map<String, Long> securityTypes) {}

    /** Null throughout: nothing measures traffic yet. */
    public record Traffic(Double totalBandwidth, Double upload, Double download) {}

    static MetricsView of(FleetMetrics fleet) {
        return new MetricsView(
                fleet.total(),
                fleet.with(DeviceStatus.ONLINE),
                fleet.with(DeviceStatus.OFFLINE),
                fleet.with(DeviceStatus.UNKNOWN),
                null,
                null,
                orNull(fleet.uptimePercentage()),
                null,
                orNull(fleet.averageWifiSignalDbm()),
                new Olts(
                        fleet.totalOlts(),
                        fleet.onlineOlts(),
                        fleet.onus(),
                        fleet.onlineOnus(),
                        orNull(fleet.averageRxDbm())),
                new Connections(
                        connections(fleet, WanConnection.Type.PPPOE),
                        connections(fleet, WanConnection.Type.DHCP),
                        connections(fleet, WanConnection.Type.STATIC)),
                new Wifi(fleet.wifiEnabled(), fleet.uniqueSsids(), new TreeMap<>(fleet.securityTypes())),
                new Traffic(null, null, null));
    }

    private static long connections(FleetMetrics fleet, WanConnection.Type type) {
        return fleet.connections().getOrDefault(type.code(), 0L);
    }

    /** An average, to two decimals: more of them measure nothing. */
    private static Double orNull(OptionalDouble average) {
        return average.isPresent() ? Math.round(average.getAsDouble() * 100) / 100.0 : null;
    }
}
