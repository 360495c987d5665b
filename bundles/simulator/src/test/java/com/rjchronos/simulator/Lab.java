package com.rjchronos.simulator;

import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Parameters;
import com.rjchronos.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulator for a test, on a free port, with a clock that stands still; and the very fleet that was recorded. */
final class Lab implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T03:20:00Z");
    private static final Map<String, String> MODELS = Map.of(
            "E8614E", "huawei-hg8245h",
            "202BC1", "huawei-bm632w",
            "70B3D5", "fiberhome-an5506",
            "A0B1C2", "acme-ax2000-tr181",
            "68B6FC", "zte-f670l-v6",
            "0000AA", "no-product-class");

    private final NbiLookalike simulator;
    final RawHttp http;

    private Lab(int devices, int pace, Clock clock) throws IOException {
        SimulatorSettings settings = new SimulatorSettings("127.0.0.1", 0, devices, 7, pace, 1, true, 0);
        simulator = new NbiLookalike(settings, clock, Optional.empty(), 1).start();
        http = new RawHttp(simulator.url());
    }

    static Lab of(int devices) throws IOException {
        return new Lab(devices, 0, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Lab paced(int devices, int pace) throws IOException {
        return new Lab(devices, pace, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The 462 devices of the recordings, in their order. */
    static Lab asRecorded() throws IOException {
        Lab lab = of(0);
        int huaweis = 0;
        for (Object row : (List<?>) Json.parse(resource("/recordings/devices-get/059-all-devices-ids.json", "body"))) {
            Device device = lab.enrol(((Map<?, ?>) row).get("_id").toString());
            if (device.id().startsWith("E8614E")) {
                boolean old = huaweis++ % 3 == 0;
                lab.fill(device, "DeviceInfo.SoftwareVersion", old ? "V5R021C00S125-old" : "V5R021C00S125");
            }
            if (device.root().equals("InternetGatewayDevice")) {
                lab.fill(device, "ManagementServer.PeriodicInformInterval", 300L);
                lab.fill(device, "LANDevice.1.WLANConfiguration.1.Enable", true);
            }
        }
        Device vip = lab.device("E8614E-HG8245H-4857544382450005");
        vip.tag("VIP", true);
        vip.tag("zone north", true);
        return lab;
    }

    Device device(String id) {
        return simulator.fleet().find(id).orElseThrow();
    }

    NbiLookalike simulator() {
        return simulator;
    }

    Map<?, ?> json(String target) throws IOException {
        return (Map<?, ?>) Json.parse(http.get(target).body());
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }

    private Device enrol(String id) {
        String[] parts = id.split("-");
        String productClass = parts.length == 3 ? unescaped(parts[1]) : null;
        return simulator
                .fleet()
                .enrol(MODELS.get(parts[0]), parts[0], productClass, unescaped(parts[parts.length - 1]));
    }

    private void fill(Device device, String name, Object value) {
        Parameters.fill(
                device,
                device.root() + "." + name,
                value,
                NOW.minus(Duration.ofSeconds(30)).toEpochMilli());
    }

    private static String unescaped(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    static String resource(String name, String member) {
        try (InputStream in = Lab.class.getResourceAsStream(name)) {
            Map<?, ?> recording = (Map<?, ?>) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ((Map<?, ?>) recording.get("response")).get(member).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
