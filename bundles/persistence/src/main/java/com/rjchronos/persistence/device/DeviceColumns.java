package com.rjchronos.persistence.device;

import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.persistence.row.StoredText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a reading becomes a column: the parts that lists filter and sort by, within the columns' limits. */
final class DeviceColumns {
    static final int GENIEACS_ID = 600;
    static final int TEXT = 200;
    static final int OUI = 16;
    static final int PON_SERIAL = 32;
    static final int ADDRESS = 45;
    static final int TAGS = 64;
    static final int TAG = 100;
    static final int WORDS = 2000;
    /** Separates the entries of a list that travels as one text. */
    static final String SEPARATOR = "\u001f";

    private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(3650);

    private DeviceColumns() {}

    static String genieacsId(String id) {
        return StoredText.key(id, GENIEACS_ID);
    }

    static String text(Optional<String> text) {
        return StoredText.limited(text, TEXT);
    }

    static String address(Optional<String> address) {
        return StoredText.limited(address, ADDRESS);
    }

    static Optional<String> ponSerial(DeviceReading reading) {
        return reading.ponSerial()
                .map(serial -> StoredText.limited(serial, PON_SERIAL))
                .filter(serial -> !serial.isBlank());
    }

    /** Null for what is no MAC address. */
    static String mac(DeviceReading reading) {
        return reading.mac().filter(mac -> MAC.matcher(mac).matches()).orElse(null);
    }

    static String tags(DeviceReading reading) {
        return joined(reading.tags().stream().sorted().limit(TAGS).toList(), TAG);
    }

    /** Whole seconds, 1 or more. */
    static Optional<Long> informInterval(DeviceReading reading) {
        return reading.informInterval()
                .map(interval -> interval.compareTo(LONGEST_INTERVAL) > 0 ? LONGEST_INTERVAL : interval)
                .map(interval -> Math.max(1, interval.toSeconds()));
    }

    static Optional<Double> dbm(Optional<Measured<OpticalPower>> power) {
        return power.flatMap(Measured::value).map(OpticalPower::dbm);
    }

    static Optional<Double> number(Optional<Measured<Double>> measured) {
        return measured.flatMap(Measured::value);
    }

    static String wanType(DeviceReading reading) {
        return reading.wan().map(wan -> wan.type().code()).orElse(null);
    }

    static String ssids(DeviceReading reading) {
        return joined(on(reading).stream().map(wlan -> wlan.ssid().orElse("")).toList(), TEXT);
    }

    static String securities(DeviceReading reading) {
        return joined(
                on(reading).stream()
                        .map(wlan -> wlan.security().map(Wlan.Security::label).orElse(""))
                        .toList(),
                TEXT);
    }

    /** What people may search for, in lower case, a line each. */
    static String words(DeviceReading reading) {
        Set<String> words = new LinkedHashSet<>();
        reading.identity().serialNumber().ifPresent(words::add);
        reading.ponSerial().ifPresent(words::add);
        reading.mac().ifPresent(mac -> {
            words.add(mac);
            words.add(mac.replace(":", ""));
        });
        words.add(reading.identity().genieacsId());
        reading.model().ifPresent(words::add);
        reading.wlans().forEach(wlan -> wlan.ssid().ifPresent(words::add));
        reading.lanIp().ifPresent(words::add);
        reading.wans().stream().map(WanConnection::externalIp).forEach(ip -> ip.ifPresent(words::add));
        String lines =
                words.stream().map(word -> StoredText.limited(word, TEXT)).collect(Collectors.joining("\n"));
        return StoredText.limited(lines.toLowerCase(Locale.ROOT), WORDS);
    }

    private static List<Wlan> on(DeviceReading reading) {
        return reading.wlans().stream()
                .filter(wlan -> wlan.enabled().orElse(false))
                .limit(ReadingJson.MAX_LIST)
                .toList();
    }

    private static String joined(List<String> entries, int limit) {
        return entries.stream()
                .map(entry -> StoredText.limited(entry, limit).replace(SEPARATOR, ""))
                .collect(Collectors.joining(SEPARATOR));
    }
}
