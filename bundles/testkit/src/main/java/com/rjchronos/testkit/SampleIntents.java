package com.rjchronos.testkit;

import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.intent.WifiChange.Channel;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Intents of every kind, each change alone and all of them together, for every band. */
final class SampleIntents {
    /** The secrets among them; nobody may print them. */
    static final List<String> SECRETS = List.of("wifi-S3cret-0", "pppoe-S3cret-1");

    private static final Optional<Secret> WIFI = Optional.of(Secret.of(SECRETS.get(0)));
    private static final Optional<Secret> PPPOE = Optional.of(Secret.of(SECRETS.get(1)));

    private SampleIntents() {}

    static List<DeviceIntent> all() {
        List<DeviceIntent> intents = new ArrayList<>(List.of(
                new DeviceIntent.Reboot(),
                new DeviceIntent.FactoryReset(),
                new DeviceIntent.ChangePppoe("cliente@provedor", PPPOE),
                new DeviceIntent.ChangePppoe("cliente@provedor", Optional.empty()),
                new DeviceIntent.ChangeVlan(4094),
                new DeviceIntent.InstallFirmware("firmware.bin"),
                new DeviceIntent.Ping("8.8.8.8", 4),
                new DeviceIntent.Traceroute("isp.example"),
                new DeviceIntent.SpeedTest(URI.create("http://speed.example/100M.bin"))));
        for (Concern concern : Concern.values()) {
            intents.add(new DeviceIntent.Refresh(concern));
        }
        for (Band band : Band.values()) {
            wifi().forEach(change -> intents.add(new DeviceIntent.ChangeWifi(change.of(band))));
        }
        return intents;
    }

    private static List<WifiChange> wifi() {
        List<WifiChange> changes = new ArrayList<>();
        changes.add(change("Família ☕", Optional.empty(), null, null, null, null));
        changes.add(change("Família ☕", WIFI, null, null, null, null));
        changes.add(change("Família ☕", WIFI, Security.WPA2, Channel.of(1), true, false));
        changes.add(change(null, WIFI, null, null, null, null));
        changes.add(change(null, Optional.empty(), null, Channel.AUTO, null, null));
        changes.add(change(null, Optional.empty(), null, Channel.of(36), null, null));
        changes.add(change(null, Optional.empty(), null, null, false, null));
        changes.add(change(null, Optional.empty(), null, null, null, true));
        for (Security security : Security.values()) {
            changes.add(change(null, security == Security.OPEN ? Optional.empty() : WIFI, security, null, null, null));
        }
        return changes;
    }

    private static WifiChange change(
            String ssid,
            Optional<Secret> password,
            Security security,
            Channel channel,
            Boolean enabled,
            Boolean hidden) {
        return new WifiChange(
                Band.GHZ_2_4,
                Optional.ofNullable(ssid),
                password,
                Optional.ofNullable(security),
                Optional.ofNullable(channel),
                Optional.ofNullable(enabled),
                Optional.ofNullable(hidden));
    }
}
