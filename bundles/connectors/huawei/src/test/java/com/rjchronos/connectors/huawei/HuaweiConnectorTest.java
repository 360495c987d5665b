package com.rjchronos.connectors.huawei;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.testkit.VendorConnectorContract;

class HuaweiConnectorTest implements VendorConnectorContract {
    @Override
    public VendorConnector connector() {
        return new HuaweiConnector();
    }
}
