package com.rjchronos.simulator.fleet;

import java.util.SplittableRandom;

/** What a transceiver measures; it wanders around where it was installed. Guarded by the device's monitor. */
final class Optics {
    private static final double RX_STEP = 0.2;
    private static final double RX_SWING = 1.5;

    private final double installedRx;
    private double rx;
    private double tx;
    private double temperature;
    private double voltage;
    private double bias;

    Optics(SplittableRandom random) {
        // Most links are good, some are not: a bell around -20.5 within -29..-15 dBm.
        double bell = (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 3;
        installedRx = Math.max(-29, Math.min(-15, -29 + bell * 17));
        rx = installedRx;
        tx = 1.6 + random.nextDouble() * 1.4;
        temperature = 36 + random.nextDouble() * 24;
        voltage = 3.22 + random.nextDouble() * 0.14;
        bias = 8 + random.nextDouble() * 14;
    }

    void drift(SplittableRandom random) {
        rx = near(installedRx, RX_SWING, rx + (random.nextDouble() * 2 - 1) * RX_STEP);
        tx = near(2.3, 0.9, tx + (random.nextDouble() - 0.5) * 0.04);
        temperature = near(48, 16, temperature + (random.nextDouble() - 0.5) * 1.2);
        voltage = near(3.29, 0.1, voltage + (random.nextDouble() - 0.5) * 0.006);
        bias = near(15, 9, bias + (random.nextDouble() - 0.5) * 0.3);
    }

    /** In dBm. */
    double rx() {
        return rx;
    }

    /** In dBm. */
    double tx() {
        return tx;
    }

    /** In °C. */
    double temperature() {
        return temperature;
    }

    /** In V. */
    double voltage() {
        return voltage;
    }

    /** In mA. */
    double bias() {
        return bias;
    }

    private static double near(double middle, double swing, double value) {
        return Math.max(middle - swing, Math.min(middle + swing, value));
    }
}
