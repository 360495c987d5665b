package com.rjchronos.spi.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.ParameterNode;
import com.rjchronos.model.reading.Measured;
import com.rjchronos.model.reading.OpticalPower;
import com.rjchronos.model.reading.OpticalReading;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorOpticsTest {
    @Test
    void readsTheRegistersOfEachOperatorsObject() {
        ParameterNode registers = Trees.object("RXPower", 133, "TransceiverTemperature", 2_400);
        ParameterNode edge = object("OpticalTransceiver", Trees.object("RXPower", 254, "TXPower", 10_000));

        assertThat(dbm(read("X_CT-COM_EponInterfaceConfig", registers))).isEqualTo(-18.761);
        assertThat(dbm(read("X_CMCC_GponInterfaceConfig", registers))).isEqualTo(-18.761);
        assertThat(dbm(read("X_CU_WANEdgeONTPONInterfaceConfig", edge))).isEqualTo(-15.952);
    }

    /** A live source says 0.01 °C of one firmware's, all others 1/256 °C. */
    @Test
    void takesOneTemperatureInEitherUnit() {
        ParameterNode registers = Trees.object("RXPower", 133, "TransceiverTemperature", 2_400);

        assertThat(read("X_CT-COM_GponInterfaceConfig", registers).celsius().flatMap(Measured::value))
                .contains(24.0);
        assertThat(read("X_CMCC_GponInterfaceConfig", registers).celsius().flatMap(Measured::value))
                .contains(9.375);
    }

    @Test
    void keepsRawWhatOneHintAloneTells() {
        ParameterNode object = object("OpticalTransceiver", Trees.object("RXPower", 254, "Vcc", 32_260));

        OpticalReading gpon = read("X_CU_WANGPONInterfaceConfig", object);
        OpticalReading epon = read("X_CU_WANEPONInterfaceConfig", object);

        assertThat(gpon.rx()).contains(new Measured<>(Optional.empty(), "254", Optional.empty()));
        assertThat(dbm(epon)).isEqualTo(-15.952);
        assertThat(epon.volts().orElseThrow().value()).isEmpty();
    }

    @Test
    void saysNothingOfADeviceWithoutThem() {
        OperatorOptics none = OperatorOptics.of(Trees.document(Trees.object()));

        assertThat(none.isPresent()).isFalse();
        assertThat(Optics.firstLit(none.readings())).isEqualTo(OpticalReading.NONE);
    }

    private static OpticalReading read(String name, ParameterNode object) {
        ParameterNode wan = object("WANDevice", object("1", object(name, object)));
        OperatorOptics optics = OperatorOptics.of(Trees.document(object("InternetGatewayDevice", wan)));
        assertThat(optics.isPresent()).isTrue();
        return Optics.firstLit(optics.readings());
    }

    private static double dbm(OpticalReading reading) {
        return Math.round(reading.rx()
                                .flatMap(Measured::value)
                                .map(OpticalPower::dbm)
                                .orElseThrow()
                        * 1000)
                / 1000.0;
    }

    private static ParameterNode object(String name, ParameterNode below) {
        return new ParameterNode(null, Map.of(name, below));
    }
}
