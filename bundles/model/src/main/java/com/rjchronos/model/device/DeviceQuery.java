package com.rjchronos.model.device;

import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.page.Sort;
import com.rjchronos.model.reading.WanConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices a caller wants to see: every given condition holds (AND); the values of one condition are alternatives (OR).
 *
 * @param filter the conditions
 * @param sort in this order; the id breaks ties
 * @param page the window
 */
public record DeviceQuery(Filter filter, List<Sort<Key>> sort, PageRequest page) {

    public DeviceQuery {
        sort = List.copyOf(sort);
    }

    /** What devices can be sorted by. Devices without the value come last, in either direction. */
    public enum Key {
        ID,
        SERIAL_NUMBER,
        MODEL,
        MANUFACTURER,
        PRODUCT_CLASS,
        SOFTWARE_VERSION,
        HARDWARE_VERSION,
        STATUS,
        LAST_SEEN,
        LAST_INFORM,
        CREATED_AT,
        RX_POWER,
        TX_POWER,
        TEMPERATURE
    }

    /**
     * The conditions; empty ones hold for every device.
     *
     * @param kind ONUs or CPEs only
     * @param status effective status, any of these
     * @param model exact, any of these
     * @param manufacturer exact, any of these
     * @param productClass exact, any of these
     * @param softwareVersion exact, any of these
     * @param hardwareVersion exact, any of these
     * @param oltId hangs on this OLT
     * @param search a part of serial, PON serial, MAC, GenieACS id, model, SSID or an IP address, without regard to case
     * @param lastInformSince informed at or after
     * @param hasExternalIp whether it has an external address
     * @param wifiEnabled whether any of its Wi-Fi networks is on
     * @param connectionType of its WAN connection
     * @param rxBelow RX power below so many dBm
     * @param tag carries this tag
     */
    public record Filter(
            Optional<DeviceKind> kind,
            Set<DeviceStatus> status,
            Set<String> model,
            Set<String> manufacturer,
            Set<String> productClass,
            Set<String> softwareVersion,
            Set<String> hardwareVersion,
            Optional<Long> oltId,
            Optional<String> search,
            Optional<Instant> lastInformSince,
            Optional<Boolean> hasExternalIp,
            Optional<Boolean> wifiEnabled,
            Optional<WanConnection.Type> connectionType,
            Optional<Double> rxBelow,
            Optional<String> tag) {
        /** Every device. */
        public static final Filter ALL = new Filter(
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
