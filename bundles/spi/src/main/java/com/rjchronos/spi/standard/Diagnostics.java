package com.rjchronos.spi.standard;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Diagnostics that a device runs itself: one set of an object's parameters with {@code DiagnosticsState} last, which starts it
 * (TR-098 and TR-181 alike: "Requested"); afterwards the object holds the figures. The values a device keeps from before are not
 * relied on: one was seen that waits 0 ms for packets of 0 bytes.
 */
final class Diagnostics {
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final long BLOCK_BYTES = 64;
    private static final long MAX_HOPS = 30;
    private static final long TRIES = 3;

    private Diagnostics() {}

    static Plan ping(DeviceReading device, DeviceIntent.Ping ping) {
        return run(
                device,
                "IPPingDiagnostics",
                "IPPing",
                List.of(
                        new Value("Host", ping.host()),
                        new Value("NumberOfRepetitions", (long) ping.count()),
                        new Value("Timeout", TIMEOUT_MILLIS),
                        new Value("DataBlockSize", BLOCK_BYTES)));
    }

    static Plan traceroute(DeviceReading device, DeviceIntent.Traceroute traceroute) {
        return run(
                device,
                "TraceRouteDiagnostics",
                "TraceRoute",
                List.of(
                        new Value("Host", traceroute.host()),
                        new Value("NumberOfTries", TRIES),
                        new Value("Timeout", TIMEOUT_MILLIS),
                        new Value("DataBlockSize", BLOCK_BYTES),
                        new Value("MaxHopCount", MAX_HOPS)));
    }

    static Plan speedTest(DeviceReading device, DeviceIntent.SpeedTest test) {
        return run(
                device,
                "DownloadDiagnostics",
                "DownloadDiagnostics",
                List.of(new Value("DownloadURL", test.source().toString())));
    }

    private static Plan run(DeviceReading device, String tr098, String tr181, List<Value> values) {
        Optional<String> root = root(device);
        if (root.isEmpty()) {
            return Plan.unsupported(
                    "It is not known whether it speaks TR-098 or TR-181: neither a connection nor a network was read.");
        }
        String object = root.get().equals("Device") ? "Device.IP.Diagnostics." + tr181 : root.get() + "." + tr098;
        List<Setting> settings = new ArrayList<>();
        values.forEach(value -> settings.add(value.at(object)));
        settings.add(Setting.text(object + ".DiagnosticsState", "Requested"));
        AcsCall.Set set = new AcsCall.Set(device.identity().genieacsId(), settings);
        return new Plan.Calls(List.of(set), List.of(object));
    }

    /** The root of the data model, by the objects that were read. */
    private static Optional<String> root(DeviceReading device) {
        return Stream.concat(
                        device.wans().stream().map(WanConnection::path),
                        device.wlans().stream().map(Wlan::path))
                .map(path -> path.substring(0, Math.max(0, path.indexOf('.'))))
                .filter(root -> root.equals("InternetGatewayDevice") || root.equals("Device"))
                .findFirst();
    }

    private record Value(String name, Object value) {
        Setting at(String object) {
            String path = object + "." + name;
            return value instanceof Long number ? Setting.number(path, number) : Setting.text(path, (String) value);
        }
    }
}
