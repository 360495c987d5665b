package com.rjchronos.inventory.device;

import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a reading tells that was not known. Who is in the customer's network is not compared: it comes and goes, and is stored with
 * whatever else is new, if only that the device informed.
 *
 * @param fields names of what changed, as the API spells them, in the order of the reading
 * @param measured whether it holds measurements newer than those stored
 */
public record DeviceDiff(Set<String> fields, boolean measured) {

    /** Compares what is stored with what came. Pure. */
    public static DeviceDiff between(Known known, DeviceReading reading, DeviceStatus connectivity, String connector) {
        Comparison c = new Comparison(known.reading(), reading);
        c.field("genieacs_id", r -> r.identity().genieacsId());
        c.field("manufacturer", r -> r.identity().manufacturer());
        c.field("oui", r -> r.identity().oui());
        c.field("product_class", r -> r.identity().productClass());
        c.field("serial_number", r -> r.identity().serialNumber());
        c.field("last_inform", DeviceReading::lastInform);
        c.field("registered", DeviceReading::registered);
        c.field("tags", DeviceReading::tags);
        c.field("kind", DeviceReading::kind);
        c.field("model", DeviceReading::model);
        c.field("hardware_version", DeviceReading::hardwareVersion);
        c.field("software_version", DeviceReading::softwareVersion);
        c.field("pon_serial", DeviceReading::ponSerial);
        c.field("mac_address", DeviceReading::mac);
        c.field("uptime", DeviceReading::uptime);
        c.field("inform_interval", DeviceReading::informInterval);
        c.field("lan_ip", DeviceReading::lanIp);
        c.field("hosts", DeviceReading::hosts);
        c.field("rx_power", r -> r.optical().rx());
        c.field("tx_power", r -> r.optical().tx());
        c.field("temperature", r -> r.optical().celsius());
        c.field("voltage", r -> r.optical().volts());
        c.field("bias_current", r -> r.optical().milliamperes());
        c.field("external_ip", DeviceReading::externalIp);
        c.field("wan", DeviceDiff::steadyWans);
        c.field("wan_counters", DeviceDiff::wanCounters);
        c.field("wifi", DeviceDiff::steadyWlans);
        c.field("wifi_clients", DeviceDiff::wifiClients);
        c.note("status", known.connectivity() != connectivity);
        c.note("connector", !known.connector().equals(Optional.of(connector)));
        c.note("parked", known.parkedBecause().isPresent());
        return new DeviceDiff(c.changed, newer(known.reading(), reading));
    }

    public boolean unchanged() {
        return fields.isEmpty();
    }

    /** The connections without what counts on by itself. */
    private static List<WanConnection> steadyWans(DeviceReading reading) {
        return reading.wans().stream()
                .map(wan -> wan.uptime(Optional.empty()).traffic(Traffic.NONE))
                .toList();
    }

    private static List<Object> wanCounters(DeviceReading reading) {
        return reading.wans().stream()
                .<Object>map(wan -> List.of(wan.path(), wan.uptime(), wan.traffic()))
                .toList();
    }

    /** The networks without who is in them. */
    private static List<Wlan> steadyWlans(DeviceReading reading) {
        return reading.wlans().stream()
                .map(wlan -> wlan.clients(Optional.empty()).averageSignalDbm(Optional.empty()))
                .toList();
    }

    private static List<Object> wifiClients(DeviceReading reading) {
        return reading.wlans().stream()
                .<Object>map(wlan -> List.of(wlan.path(), wlan.clients(), wlan.averageSignalDbm()))
                .toList();
    }

    private static boolean newer(DeviceReading stored, DeviceReading came) {
        return newer(stored.uptime(), came.uptime())
                || newer(stored.optical().rx(), came.optical().rx())
                || newer(stored.optical().tx(), came.optical().tx())
                || newer(stored.optical().celsius(), came.optical().celsius())
                || newer(stored.optical().volts(), came.optical().volts())
                || newer(stored.optical().milliamperes(), came.optical().milliamperes());
    }

    private static <T> boolean newer(Optional<Measured<T>> stored, Optional<Measured<T>> came) {
        Optional<Instant> before = stored.flatMap(Measured::at);
        return came.flatMap(Measured::at)
                .filter(at -> before.isEmpty() || at.isAfter(before.get()))
                .isPresent();
    }

    /** Two readings side by side, and the names of what differs. */
    private static final class Comparison {
        private final DeviceReading stored;
        private final DeviceReading came;
        private final Set<String> changed = new LinkedHashSet<>();

        private Comparison(DeviceReading stored, DeviceReading came) {
            this.stored = stored;
            this.came = came;
        }

        private void field(String name, Function<DeviceReading, Object> part) {
            note(name, !part.apply(stored).equals(part.apply(came)));
        }

        private void note(String name, boolean differs) {
            if (differs) {
                changed.add(name);
            }
        }
    }
}
