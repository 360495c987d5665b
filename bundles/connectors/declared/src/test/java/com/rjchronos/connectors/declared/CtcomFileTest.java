package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CtcomFileTest implements VendorConnectorContract {
    private final Declaration ctcom = ShippedFiles.declaration("ctcom");

    @Override
    public VendorConnector connector() {
        return ctcom.connector();
    }

    @Override
    public Set<String> reads() {
        return ctcom.reads();
    }

    @Override
    public String samples() {
        return "samples/ctcom";
    }

    /** Whoever's device it was: the object and its encoding are the firmware's. */
    @TestFactory
    List<DynamicTest> readsWhatTheDevicesOwnPageShowed() {
        List<PublishedVector> vectors = PublishedVector.of("").stream()
                .filter(vector -> vector.object().matches(".*[.]X_(CT-COM|CMCC|CU)_.*"))
                .toList();
        assertThat(vectors).hasSize(6);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.vendor() + " " + vector.object(), () -> vector.isReadBy(connector())))
                .toList();
    }
}
