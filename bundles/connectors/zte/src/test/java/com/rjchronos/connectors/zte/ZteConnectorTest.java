package com.rjchronos.connectors.zte;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.VendorConnectorContract;

class ZteConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new ZteConnector();
    }
}
