package com.rjchronos.model.device;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The fleet in figures, as of the last sweep. What nothing measures is empty, never a plausible number.
 *
 * @param byStatus devices by effective status; retired ones are not counted
 * @param onus devices that end a fibre
 * @param onlineOnus those of them that are online
 * @param totalOlts OLTs people entered
 * @param onlineOlts those of them known to be online
 * @param averageRxDbm mean RX power over ONUs with a measurement, in dBm
 * @param averageWifiSignalDbm mean signal of associated Wi-Fi clients in dBm, where devices report it
 * @param uptimePercentage share of the last 24 h that devices were online, unmeasured time left out, 0..100
 * @param connections devices by WAN connection type's code
 * @param wifiEnabled devices with a Wi-Fi network that is on
 * @param uniqueSsids different SSIDs among networks that are on
 * @param securityTypes networks that are on, by security as shown to people
 */
public record FleetMetrics(
        Map<DeviceStatus, Long> byStatus,
        long onus,
        long onlineOnus,
        long totalOlts,
        long onlineOlts,
        OptionalDouble averageRxDbm,
        OptionalDouble averageWifiSignalDbm,
        OptionalDouble uptimePercentage,
        Map<String, Long> connections,
        long wifiEnabled,
        long uniqueSsids,
        Map<String, Long> securityTypes) {

    public FleetMetrics {
        byStatus = Map.copyOf(byStatus);
        connections = Map.copyOf(connections);
        securityTypes = Map.copyOf(securityTypes);
    }

    public long total() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long with(DeviceStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
