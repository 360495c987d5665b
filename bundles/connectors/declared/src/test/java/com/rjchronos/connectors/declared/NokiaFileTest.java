package com.rjchronos.connectors.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.PublishedVector;
import com.rjchronos.testkit.VendorConnectorContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NokiaFileTest implements VendorConnectorContract {
    private final Declaration nokia = ShippedFiles.declaration("nokia");

    @Override
    public VendorConnector connector() {
        return nokia.connector();
    }

    @Override
    public Set<String> reads() {
        return nokia.reads();
    }

    @Override
    public String samples() {
        return "samples/nokia";
    }

    @Test
    void readsWhatTheDevicesOwnPageShowed() {
        List<PublishedVector> vectors = PublishedVector.of("Nokia");

        assertThat(vectors).hasSize(1);
        vectors.forEach(vector -> vector.isReadBy(connector()));
    }
}
