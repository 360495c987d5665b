package com.rjchronos.spi.standard;

import java.util.Locale;
import java.util.Optional;

/** The serial of an ONU as ITU-T G.984.3 defines it: a vendor id of four letters and four bytes in hex. */
public final class PonSerial {
    private static final int VENDOR = 4;
    private static final int LENGTH = 12;
    private static final int HEX_LENGTH = 16;

    private PonSerial() {}

    /**
     * Four letters and eight hex digits in upper case, e.g. {@code HWTC12345678}, from that spelling or from the one in sixteen
     * hex digits ({@code 4857544312345678}). Empty for anything else: a serial that only looks alike is not one.
     */
    public static Optional<String> parse(String text) {
        String serial = text.strip();
        if (serial.length() == HEX_LENGTH && areHex(serial, 0)) {
            return ofHex(serial);
        }
        return isSerial(serial) ? Optional.of(serial.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<String> ofHex(String hex) {
        StringBuilder serial = new StringBuilder(LENGTH);
        for (int i = 0; i < VENDOR; i++) {
            serial.append((char) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16));
        }
        serial.append(hex, 2 * VENDOR, HEX_LENGTH);
        return isSerial(serial) ? Optional.of(serial.toString().toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isSerial(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < VENDOR; i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return areHex(text, VENDOR);
    }

    private static boolean areHex(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
