package com.rjchronos.spi.standard;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices to plan for, and plans as text that people compare: {@code path=value}, a line a parameter. */
final class Plans {
    static final DeviceReading DEVICE = DeviceReading.of(new DeviceIdentity(
            new AcsId("main"), "A-B%2DC-1", Optional.empty(), Optional.empty(), Optional.of("B-C"), Optional.of("1")));

    private Plans() {}

    static Plan plan(DeviceReading device, DeviceIntent intent, WanDialect wan, WifiDialect wifi) {
        return StandardPlans.plan(device, intent, Map.of(), wan, wifi);
    }

    /** What the one set of a plan sets, in order; a secret is shown as {@code secret:text}. */
    static List<String> settings(Plan plan) {
        AcsCall.Set set = (AcsCall.Set) only((Plan.Calls) plan);
        return set.settings().stream()
                .map(setting -> setting.path() + "="
                        + (setting.value() instanceof Secret secret ? "secret:" + secret.reveal() : setting.value()))
                .toList();
    }

    static String reason(Plan plan) {
        return ((Plan.Unsupported) plan).reason();
    }

    static Wlan tr098(int instance, Band band, Security security) {
        return Wlan.of("InternetGatewayDevice.LANDevice.1.WLANConfiguration." + instance)
                .band(Optional.ofNullable(band))
                .ssid(Optional.of("home"))
                .enabled(Optional.of(true))
                .security(Optional.ofNullable(security));
    }

    static Wlan tr181(int instance, Band band, String radio, String point) {
        return Wlan.of("Device.WiFi.SSID." + instance)
                .band(Optional.of(band))
                .ssid(Optional.of("home"))
                .enabled(Optional.of(true))
                .security(Optional.of(Security.WPA2))
                .radio(Optional.ofNullable(radio))
                .accessPoint(Optional.ofNullable(point));
    }

    static WanConnection wan(String path, WanConnection.Type type, String vlanPath) {
        return WanConnection.of(path, type).connected(Optional.of(true)).vlanPath(Optional.ofNullable(vlanPath));
    }

    private static AcsCall only(Plan.Calls plan) {
        if (plan.calls().size() != 1) {
            throw new AssertionError("one call was expected, but there are " + plan.calls());
        }
        return plan.calls().get(0);
    }
}
