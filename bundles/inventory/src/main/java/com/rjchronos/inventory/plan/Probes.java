package com.rjchronos.inventory.plan;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.DeviceIntent.Kind;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Intents that nobody carries out: what a device can do is what there is a plan for. */
final class Probes {
    private static final String HOST = "192.0.2.1"; // for documentation, RFC 5737
    private static final Secret PASSWORD = Secret.of("12345678");

    private static final WifiChange PROTECTED = new WifiChange(
            Band.GHZ_2_4,
            Optional.of("probe"),
            Optional.of(PASSWORD),
            Optional.of(Security.WPA2),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final WifiChange SWITCHED_ON = new WifiChange(
            Band.GHZ_2_4,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty());

    private Probes() {}

    /** Some of a kind, at least one; a device that can do any of them can do the kind. */
    static List<DeviceIntent> of(Kind kind, DeviceReading device) {
        return switch (kind) {
            case REBOOT -> List.of(new DeviceIntent.Reboot());
            case FACTORY_RESET -> List.of(new DeviceIntent.FactoryReset());
            case REFRESH ->
                Arrays.stream(Concern.values())
                        .<DeviceIntent>map(DeviceIntent.Refresh::new)
                        .toList();
            case CHANGE_WIFI -> wifi(device);
            case CHANGE_PPPOE -> List.of(new DeviceIntent.ChangePppoe("probe", Optional.of(PASSWORD)));
            case CHANGE_VLAN -> List.of(new DeviceIntent.ChangeVlan(1));
            case INSTALL_FIRMWARE -> List.of(new DeviceIntent.InstallFirmware("probe"));
            case PING -> List.of(new DeviceIntent.Ping(HOST, 1));
            case TRACEROUTE -> List.of(new DeviceIntent.Traceroute(HOST));
            case SPEED_TEST -> List.of(new DeviceIntent.SpeedTest(URI.create("http://" + HOST + "/probe")));
        };
    }

    /** All of the first network of each band, or just its switch; of 2.4 GHz where no band is known. */
    private static List<DeviceIntent> wifi(DeviceReading device) {
        List<Band> known = device.wlans().stream()
                .flatMap(wlan -> wlan.band().stream())
                .distinct()
                .toList();
        return (known.isEmpty() ? Stream.of(Band.GHZ_2_4) : known.stream())
                .flatMap(band -> Stream.of(PROTECTED.of(band), SWITCHED_ON.of(band)))
                .<DeviceIntent>map(DeviceIntent.ChangeWifi::new)
                .toList();
    }
}
