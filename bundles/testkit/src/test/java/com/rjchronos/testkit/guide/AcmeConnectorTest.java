package com.rjchronos.testkit.guide;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.VendorConnectorContract;

class AcmeConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new AcmeConnector();
    }
}
