package com.rjchronos.rest.device;

import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;

/** What the transceiver of an ONU reports, in dBm, °C, V and mA. */
public record OpticalView(
        MeasuredView rxDbm, MeasuredView txDbm, MeasuredView celsius, MeasuredView volts, MeasuredView milliamperes) {

    static OpticalView of(OpticalReading optical) {
        return new OpticalView(
                MeasuredView.of(optical.rx(), OpticalPower::dbm),
                MeasuredView.of(optical.tx(), OpticalPower::dbm),
                MeasuredView.of(optical.celsius(), celsius -> celsius),
                MeasuredView.of(optical.volts(), volts -> volts),
                MeasuredView.of(optical.milliamperes(), milliamperes -> milliamperes));
    }
}
