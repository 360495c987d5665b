package com.rjchronos.inventory.device;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.audit.AuditEntry.Level;
import com.rjchronos.model.audit.AuditEntry.Outcome;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.port.DeviceStore.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which changes of a device the trail remembers: who it is, what it runs, who reads it; never churn. */
final class DeviceTrail {
    private static final List<String> IDENTITY = List.of("serial_number", "pon_serial", "model", "mac_address");
    private static final String SOFTWARE = "software_version";
    private static final String CONNECTOR = "connector";

    private final Caller caller = Caller.system("inventory", Origin.ACS);

    AuditEntry discovered(DeviceReading reading, Optional<String> connector) {
        Map<String, String> details = identity(reading.identity());
        connector.ifPresent(c -> details.put(CONNECTOR, c));
        return AuditEntry.info(
                caller,
                "device.discovered",
                "Device " + name(reading.identity()) + " was seen for the first time.",
                details);
    }

    /** One entry for all that matters in a change; empty if nothing does. */
    Optional<AuditEntry> changed(Known known, DeviceReading reading, String connector, Set<String> fields) {
        Map<String, String> details = identity(reading.identity());
        boolean identity = false;
        for (String field : IDENTITY) {
            // a value heard for the first time completes an identity; it does not change it
            if (fields.contains(field) && part(known.reading(), field).isPresent()) {
                identity = true;
                put(details, field, part(known.reading(), field), part(reading, field));
            }
        }
        boolean software =
                fields.contains(SOFTWARE) && known.reading().softwareVersion().isPresent();
        if (software) {
            put(details, SOFTWARE, known.reading().softwareVersion(), reading.softwareVersion());
        }
        boolean handed = fields.contains(CONNECTOR);
        if (handed) {
            put(details, CONNECTOR, known.connector(), Optional.of(connector));
        }
        String name = name(reading.identity());
        if (identity) {
            return entry(
                    known,
                    "device.identity_changed",
                    "Device " + name + " changed its identity.",
                    Level.WARNING,
                    details);
        }
        if (software) {
            return entry(
                    known, "device.software_changed", "Device " + name + " runs other software.", Level.INFO, details);
        }
        if (handed) {
            return entry(
                    known,
                    "device.connector_changed",
                    "Device " + name + " is read by connector " + connector + ".",
                    Level.INFO,
                    details);
        }
        return Optional.empty();
    }

    private Optional<AuditEntry> entry(
            Known known, String action, String description, Level level, Map<String, String> details) {
        return Optional.of(
                new AuditEntry(caller, action, description, Outcome.SUCCESS, level, Optional.of(known.id()), details));
    }

    private static Optional<String> part(DeviceReading reading, String field) {
        return switch (field) {
            case "serial_number" -> reading.identity().serialNumber();
            case "pon_serial" -> reading.ponSerial();
            case "model" -> reading.model();
            default -> reading.mac();
        };
    }

    private static void put(
            Map<String, String> details, String field, Optional<String> before, Optional<String> after) {
        details.put(field + ".before", before.orElse(""));
        details.put(field + ".after", after.orElse(""));
    }

    private static Map<String, String> identity(DeviceIdentity identity) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("acs", identity.acs().value());
        details.put("genieacs_id", identity.genieacsId());
        return details;
    }

    private static String name(DeviceIdentity identity) {
        return identity.serialNumber().orElse(identity.genieacsId());
    }
}
