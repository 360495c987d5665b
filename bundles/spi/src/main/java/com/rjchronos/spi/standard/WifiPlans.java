package com.rjchronos.spi.standard;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.intent.WifiChange;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.model.reading.Wlan.Security;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes of a Wi-Fi network, in one set each: CWMP takes all of its parameters or none, and a network that has its new protection
 * but not yet its new password would shut everybody out. The network is found by its band among those that were read, never by an
 * index: several families number them the other way round.
 */
final class WifiPlans {
    private WifiPlans() {}

    static Plan plan(DeviceReading device, WifiChange change, WifiDialect dialect) {
        Optional<Wlan> network = device.wlans().stream()
                .filter(wlan -> wlan.band().equals(Optional.of(change.band())))
                .findFirst();
        if (network.isEmpty()) {
            return Plan.unsupported(noNetwork(device, change.band()));
        }
        boolean tr181 = network.get().path().startsWith("Device.");
        Optional<String> obstacle = obstacle(network.get(), change)
                .or(() -> tr181
                        ? Tr181WifiSettings.obstacle(network.get(), change)
                        : Tr098WifiSettings.obstacle(network.get(), change, dialect));
        if (obstacle.isPresent()) {
            return Plan.unsupported(obstacle.get());
        }
        List<Setting> settings = tr181
                ? Tr181WifiSettings.of(network.get(), change)
                : Tr098WifiSettings.of(network.get(), change, dialect);
        return Plan.of(new AcsCall.Set(device.identity().genieacsId(), settings));
    }

    private static String noNetwork(DeviceReading device, Band wanted) {
        String bands = device.wlans().stream()
                .flatMap(wlan -> wlan.band().stream())
                .distinct()
                .sorted()
                .map(Band::label)
                .collect(Collectors.joining(", "));
        return "It has no Wi-Fi network of " + wanted.label() + " among those that are read" + whichAreRead(device)
                + "; " + (bands.isEmpty() ? "no band of any is known." : "there are networks of " + bands + ".");
    }

    /** Others may exist: a table's instances are named in a sweep's question, or it would bring every key along. */
    private static String whichAreRead(DeviceReading device) {
        return device.wlans().stream()
                .findFirst()
                .map(Wlan::path)
                .map(path -> path.startsWith("Device.") ? Tr181Wlans.NUMBERS : StandardWlans.NUMBERS)
                .map(numbers -> " (" + numbers + ")")
                .orElse("");
    }

    /** What stands against a change in either data model. */
    private static Optional<String> obstacle(Wlan network, WifiChange change) {
        if (change.security().equals(Optional.of(Security.WEP))) {
            return Optional.of("WEP is not set: it needs keys of another form and protects nothing.");
        }
        boolean open = network.security().equals(Optional.of(Security.OPEN));
        boolean staysOpen = change.security().orElse(Security.OPEN) == Security.OPEN;
        if (open && !staysOpen && change.password().isEmpty()) {
            return Optional.of("An open network has no password yet: one must be given with the protection.");
        }
        if (open && staysOpen && change.password().isPresent()) {
            return Optional.of("An open network has no password: the protection must be given with one.");
        }
        return change.channel()
                .flatMap(WifiChange.Channel::number)
                .filter(number -> !isOf(change.band(), number))
                .map(number ->
                        "Channel " + number + " is not one of " + change.band().label() + ".");
    }

    /** The channels of 6 GHz have the numbers of the other bands too. */
    private static boolean isOf(Band band, int channel) {
        return band == Band.GHZ_6 || Band.ofChannel(channel).equals(Optional.of(band));
    }
}
