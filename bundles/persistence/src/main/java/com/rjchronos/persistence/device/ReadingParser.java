package com.rjchronos.persistence.device;

import com.fasterxml.jackson.core.JsonParser;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one reading but for the customer's network, standing at its first brace. */
final class ReadingParser {
    private final JsonParser json;
    private final JsonValues values;
    private String acs;
    private String genieacsId;
    private Optional<String> manufacturer = Optional.empty();
    private Optional<String> oui = Optional.empty();
    private Optional<String> productClass = Optional.empty();
    private Optional<String> serialNumber = Optional.empty();
    private Optional<Instant> lastInform = Optional.empty();
    private Optional<Instant> registered = Optional.empty();
    private Set<String> tags = Set.of();
    private DeviceKind kind = DeviceKind.CPE;
    private Optional<String> model = Optional.empty();
    private Optional<String> hardwareVersion = Optional.empty();
    private Optional<String> softwareVersion = Optional.empty();
    private Optional<String> ponSerial = Optional.empty();
    private Optional<String> mac = Optional.empty();
    private Optional<Measured<Duration>> uptime = Optional.empty();
    private Optional<Duration> informInterval = Optional.empty();
    private Optional<String> lanIp = Optional.empty();
    private Optional<Integer> hosts = Optional.empty();
    private Optional<Measured<OpticalPower>> rx = Optional.empty();
    private Optional<Measured<OpticalPower>> tx = Optional.empty();
    private Optional<Measured<Double>> celsius = Optional.empty();
    private Optional<Measured<Double>> volts = Optional.empty();
    private Optional<Measured<Double>> milliamperes = Optional.empty();
    private List<WanConnection> wans = List.of();
    private List<Wlan> wlans = List.of();

    ReadingParser(JsonParser json) {
        this.json = json;
        this.values = new JsonValues(json);
    }

    DeviceReading reading() throws IOException {
        values.members(name -> {
            if (!identity(name) && !facts(name) && !parts(name)) {
                json.skipChildren();
            }
        });
        return new DeviceReading(
                new DeviceIdentity(new AcsId(acs), genieacsId, manufacturer, oui, productClass, serialNumber),
                lastInform,
                registered,
                tags,
                kind,
                model,
                hardwareVersion,
                softwareVersion,
                ponSerial,
                mac,
                uptime,
                informInterval,
                lanIp,
                hosts,
                new OpticalReading(rx, tx, celsius, volts, milliamperes),
                wans,
                wlans,
                CustomerNetwork.NONE);
    }

    private boolean identity(String name) throws IOException {
        switch (name) {
            case "acs" -> acs = json.getText();
            case "id" -> genieacsId = json.getText();
            case "manufacturer" -> manufacturer = values.text();
            case "oui" -> oui = values.text();
            case "class" -> productClass = values.text();
            case "serial" -> serialNumber = values.text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean facts(String name) throws IOException {
        switch (name) {
            case "informed" -> lastInform = Optional.of(values.instant());
            case "registered" -> registered = Optional.of(values.instant());
            case "tags" -> tags = new HashSet<>(values.list(json::getText));
            case "kind" -> kind = DeviceKind.valueOf(json.getText());
            case "model" -> model = values.text();
            case "hardware" -> hardwareVersion = values.text();
            case "software" -> softwareVersion = values.text();
            case "pon" -> ponSerial = values.text();
            case "mac" -> mac = values.text();
            case "interval" -> informInterval = Optional.of(values.duration());
            case "lan" -> lanIp = values.text();
            case "hosts" -> hosts = values.integer();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean parts(String name) throws IOException {
        switch (name) {
            case "uptime" -> uptime = Optional.of(values.measured(values::duration));
            case "rx" -> rx = Optional.of(values.measured(this::power));
            case "tx" -> tx = Optional.of(values.measured(this::power));
            case "celsius" -> celsius = Optional.of(values.measured(values::decimal));
            case "volts" -> volts = Optional.of(values.measured(values::decimal));
            case "milliamperes" -> milliamperes = Optional.of(values.measured(values::decimal));
            case "wans" -> wans = values.list(this::wan);
            case "wlans" -> wlans = values.list(this::wlan);
            default -> {
                return false;
            }
        }
        return true;
    }

    private WanConnection wan() throws IOException {
        return new WanParser(values).wan();
    }

    private Wlan wlan() throws IOException {
        return new WlanParser(values).wlan();
    }

    private OpticalPower power() throws IOException {
        return new OpticalPower(values.decimal());
    }
}
