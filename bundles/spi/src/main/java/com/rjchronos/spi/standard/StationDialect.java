package com.rjchronos.spi.standard;

import java.util.List;

/**
 * What a vendor adds to the stations of a TR-098 network ({@code AssociatedDevice}), of which the standard tells little more than
 * the address. Names are relative to the station; the first that has a measurement counts.
 *
 * @param signals parameters with the signal in dBm; what is no negative number is kept as raw text alone
 * @param downRates parameters with the rate towards the station, kept as raw text alone: vendors mean Mbit/s or kbit/s and do not say
 * @param upRates the same of the rate from the station
 */
public record StationDialect(List<String> signals, List<String> downRates, List<String> upRates) {
    /** The standard and no more. */
    public static final StationDialect STANDARD = new StationDialect(List.of());

    public StationDialect {
        signals = List.copyOf(signals);
        downRates = List.copyOf(downRates);
        upRates = List.copyOf(upRates);
    }

    /** The standard, but for where the signal is said. */
    public StationDialect(List<String> signals) {
        this(signals, List.of("LastDataTransmitRate"), List.of());
    }
}
