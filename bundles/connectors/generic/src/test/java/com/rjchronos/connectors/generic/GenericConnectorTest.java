package com.rjchronos.connectors.generic;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.VendorConnectorContract;

class GenericConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new GenericConnector();
    }
}
