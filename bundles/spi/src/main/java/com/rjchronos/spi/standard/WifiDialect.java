package com.rjchronos.spi.standard;

import java.util.List;

/**
 * How a vendor says what TR-098 leaves out on a Wi-Fi network. Names are relative to the network; the first that has a value
 * counts.
 *
 * @param bands parameters with the band in TR-181's words, e.g. {@code 2.4GHz}; asked before anything the band is derived from
 */
public record WifiDialect(List<String> bands) {
    /** The standard and no more. */
    public static final WifiDialect STANDARD = new WifiDialect(List.of());

    public WifiDialect {
        bands = List.copyOf(bands);
    }
}
