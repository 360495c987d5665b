package com.rjchronos.testkit;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.intent.WifiChange.Channel;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import com.rjchronos.model.secret.Secret;
import com.rjchronos.spi.VendorConnector;
import java.util.List;
import java.util.Optional;

/** What a connector sets for an intent, as lines that people compare with what the firmware wants. */
public final class PlannedSettings {
    private PlannedSettings() {}

    /**
     * {@code path=value} for each parameter of the one set that is planned, in its order; a secret is shown as it is.
     *
     * @throws AssertionError if anything else is planned
     */
    public static List<String> of(VendorConnector connector, DeviceReading device, DeviceIntent intent) {
        Plan plan = connector.plan(device, intent);
        if (plan instanceof Plan.Calls calls
                && calls.calls().size() == 1
                && calls.calls().get(0) instanceof AcsCall.Set set) {
            return set.settings().stream()
                    .map(setting -> setting.path() + "=" + shown(setting.value()))
                    .toList();
        }
        throw new AssertionError("one set was expected, but planned is " + plan);
    }

    /** A change of everything that a network has: {@code Casa}, hidden, WPA2 with {@code 12345678}, on. */
    public static DeviceIntent wholeWifi(Band band, int channel) {
        return new DeviceIntent.ChangeWifi(new WifiChange(
                band,
                Optional.of("Casa"),
                Optional.of(Secret.of("12345678")),
                Optional.of(Security.WPA2),
                Optional.of(Channel.of(channel)),
                Optional.of(true),
                Optional.of(true)));
    }

    /** A change of the protection alone, with the password {@code 12345678} where there is one. */
    public static DeviceIntent protection(Band band, Security security) {
        return new DeviceIntent.ChangeWifi(new WifiChange(
                band,
                Optional.empty(),
                security == Security.OPEN ? Optional.empty() : Optional.of(Secret.of("12345678")),
                Optional.of(security),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Object shown(Object value) {
        return value instanceof Secret secret ? secret.reveal() : value;
    }
}
