package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.spi.VendorConnector;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The laws that hold for the reading of any document whatsoever. */
final class ReadingLaws {
    private static final int MAX_TEXT = 255;
    private static final Pattern PON_SERIAL = Pattern.compile("[A-Z]{4}[0-9A-F]{8}");
    static final Pattern MAC = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){5}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}");

    private ReadingLaws() {}

    /** Reads a document and checks every law; a failure says how the document was made. */
    static void check(VendorConnector connector, DeviceDocument document, String how) {
        DeviceReading reading;
        try {
            reading = connector.read(document);
        } catch (RuntimeException e) {
            throw new AssertionError("a connector must never throw, but did on: " + how, e);
        }
        try {
            assertThat(reading).isNotNull();
            assertThat(reading.equals(connector.read(document)))
                    .as("reading twice is equal")
                    .isTrue();
            isOfTheDocument(reading, document);
            isWithinBounds(reading.optical());
            isStorable(reading);
            isMeasured(reading, document);
            NetworkLaws.check(reading, document);
        } catch (AssertionError e) {
            throw new AssertionError("a law was broken on: " + how, e);
        }
    }

    /** As {@link #check}, of a document that says nothing: whatever the reading says was invented. */
    static void checkOfNothing(VendorConnector connector, DeviceDocument document, String how) {
        check(connector, document, how);
        DeviceReading reading = connector.read(document);
        boolean silent = reading.optical().equals(OpticalReading.NONE)
                && reading.wans().isEmpty()
                && reading.wlans().isEmpty()
                && reading.uptime().isEmpty()
                && reading.informInterval().isEmpty()
                && reading.hosts().isEmpty()
                && reading.network().equals(CustomerNetwork.NONE);
        boolean nameless = Stream.of(
                        reading.model(),
                        reading.hardwareVersion(),
                        reading.softwareVersion(),
                        reading.ponSerial(),
                        reading.mac(),
                        reading.lanIp())
                .allMatch(Optional::isEmpty);
        require(silent && nameless, "nothing is invented, but of " + how + " came " + reading);
    }

    private static void isOfTheDocument(DeviceReading reading, DeviceDocument document) {
        require(reading.identity().equals(document.identity()), "identity is the document's own");
        require(reading.lastInform().equals(document.lastInform()), "lastInform is the document's own");
        require(reading.registered().equals(document.registered()), "registered is the document's own");
        require(reading.tags().equals(document.tags()), "tags are the document's own");
    }

    private static void isWithinBounds(OpticalReading optical) {
        Stream.of(optical.rx(), optical.tx()).flatMap(Optional::stream).forEach(power -> {
            double dbm = power.value().map(OpticalPower::dbm).orElse(-1.0);
            require(dbm > -40 && dbm <= 10, "optical power is above -40 and up to +10 dBm but was " + dbm);
        });
        within(optical.celsius(), -40, 125);
        within(optical.volts(), 0, 10);
        within(optical.milliamperes(), 0, 150);
    }

    private static void within(Optional<Measured<Double>> measured, double from, double to) {
        double value = measured.flatMap(Measured::value).orElse(from);
        require(value >= from && value <= to, "a value within " + from + ".." + to + " but was " + value);
    }

    /** What was measured is some parameter's own text and time, and received power was never made of a zero. */
    private static void isMeasured(DeviceReading reading, DeviceDocument document) {
        OpticalReading optical = reading.optical();
        Stream.of(
                        optical.rx(),
                        optical.tx(),
                        optical.celsius(),
                        optical.volts(),
                        optical.milliamperes(),
                        reading.uptime())
                .flatMap(Optional::stream)
                .forEach(measured -> require(
                        isSomewhere(measured, document.parameters()),
                        "no parameter holds " + measured.raw() + " of " + measured.at()));
        boolean ofZero = optical.rx()
                .filter(rx -> rx.value().isPresent())
                .filter(rx -> new Leaf(rx.raw(), null, null)
                        .number()
                        .filter(raw -> raw == 0)
                        .isPresent())
                .isPresent();
        require(!ofZero, "0 is no received power, but was taken for " + optical.rx());
    }

    static boolean isSomewhere(Measured<?> measured, ParameterNode node) {
        Leaf leaf = node.value();
        boolean here = leaf != null
                && leaf.text().filter(text -> isRaw(measured.raw(), text)).isPresent()
                && leaf.at().equals(measured.at());
        return here || node.children().values().stream().anyMatch(child -> isSomewhere(measured, child));
    }

    /** Whether the raw text is the parameter's, cut to what is kept, its control characters dropped or replaced. */
    private static boolean isRaw(String raw, String text) {
        if (raw.equals(text)) {
            return true;
        }
        String head = text.length() > Measured.MAX_RAW ? text.substring(0, Measured.MAX_RAW) : text;
        return raw.equals(new Measured<>(Optional.empty(), text, Optional.empty()).raw())
                || raw.equals(CONTROLS.matcher(head).replaceAll("\uFFFD"));
    }

    /** No text is endless or has control characters, no address is malformed: a store takes every reading. */
    private static void isStorable(DeviceReading reading) {
        Stream.of(reading.model(), reading.hardwareVersion(), reading.softwareVersion())
                .forEach(ReadingLaws::isText);
        matches(reading.ponSerial(), PON_SERIAL);
        matches(reading.mac(), MAC);
        matches(reading.lanIp(), IPV4);
        OpticalReading optical = reading.optical();
        Stream.of(optical.rx(), optical.tx(), optical.celsius(), optical.volts(), optical.milliamperes())
                .flatMap(Optional::stream)
                .forEach(measured -> isText(Optional.of(measured.raw())));
        reading.wans().forEach(ReadingLaws::isStorable);
        reading.wlans().forEach(ReadingLaws::isStorable);
    }

    private static void isStorable(WanConnection wan) {
        isText(Optional.of(wan.path()));
        isText(wan.vlanPath());
        isText(wan.username());
        matches(wan.externalIp(), IPV4);
        matches(wan.mac(), MAC);
        NetworkLaws.isStorable(wan);
        int vlan = wan.vlan().orElse(1);
        require(vlan >= 1 && vlan <= 4094, "a VLAN id is within 1..4094 but was " + vlan);
    }

    private static void isStorable(Wlan wlan) {
        isText(Optional.of(wlan.path()));
        isText(wlan.radio());
        isText(wlan.accessPoint());
        isText(wlan.ssid());
        int channel = wlan.channel().orElse(1);
        require(channel >= 1 && channel <= 233, "a channel is within 1..233 but was " + channel);
        require(wlan.clients().orElse(0) >= 0, "clients are not negative");
        double signal = wlan.averageSignalDbm().orElse(-50.0);
        require(signal >= -120 && signal < 0, "a signal is within -120..0 dBm but was " + signal);
    }

    static void isText(Optional<String> text) {
        String value = text.orElse("x");
        require(!value.isEmpty() && value.length() <= MAX_TEXT, "text has 1 to " + MAX_TEXT + " characters");
        require(value.chars().noneMatch(Character::isISOControl), "text has no control characters");
    }

    static void matches(Optional<String> text, Pattern shape) {
        require(text.isEmpty() || shape.matcher(text.get()).matches(), text + " matches " + shape);
    }

    static void require(boolean holds, String law) {
        if (!holds) {
            throw new AssertionError(law);
        }
    }
}
