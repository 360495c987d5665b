package com.rjchronos.connectors.tplink;

import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.spi.standard.PonSerial;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The serial for the PON, which no parameter of TP-Link's ONUs holds. */
final class TplinkPonSerial {
    static final String PREFIX = "TPLG";

    /** The models of which the derivation is published. */
    private static final Pattern DERIVED =
            Pattern.compile("(XC220-G3v|XX230v|XX530v|EX520).*", Pattern.CASE_INSENSITIVE);

    /** Of six pairs of digits with colons between. */
    private static final int FOURTH_LAST_BYTE = 6;

    /** A device's addresses differ in the last two bits. */
    private static final int FIRST_OF_FOUR = 0xFC;

    private TplinkPonSerial() {}

    /**
     * The CWMP serial where it has the shape; else, of an ONU of those models, {@code TPLG} and the last four bytes of its MAC
     * address without the last two bits. The address is the WAN's, which was published, or where none is reported the device's.
     */
    static Optional<String> of(DeviceReading reading, boolean onu) {
        return reading.identity()
                .serialNumber()
                .flatMap(PonSerial::parse)
                .filter(serial -> serial.startsWith(PREFIX))
                .or(() -> onu && isDerived(reading) ? mac(reading).flatMap(TplinkPonSerial::ofMac) : Optional.empty());
    }

    private static boolean isDerived(DeviceReading reading) {
        return Stream.of(reading.model(), reading.identity().productClass())
                .flatMap(Optional::stream)
                .anyMatch(name -> DERIVED.matcher(name).matches());
    }

    private static Optional<String> mac(DeviceReading reading) {
        return reading.wans().stream()
                .map(WanConnection::mac)
                .flatMap(Optional::stream)
                .findFirst()
                .or(reading::mac);
    }

    private static Optional<String> ofMac(String mac) {
        long bytes = Long.parseLong(mac.substring(FOURTH_LAST_BYTE).replace(":", ""), 16);
        long first = bytes & (0xFFFF_FF00L | FIRST_OF_FOUR);
        return PonSerial.parse(PREFIX + String.format(Locale.ROOT, "%08X", first));
    }
}
