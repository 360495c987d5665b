package com.rjchronos.inventory.trial;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.util.concurrent.CountDownLatch;

/** A connector as a stranger's jar holds one. */
public final class AcmeDraft implements VendorConnector {

    @Override
    public DeviceReading read(DeviceDocument document) {
        return DeviceReading.of(document).model(document.text("Device.DeviceInfo.ModelName"));
    }

    /** One that looks for what is none of its business. */
    public static final class Curious implements VendorConnector {
        public Curious() throws ClassNotFoundException {
            Class.forName("com.rjchronos.inventory.connector.ConnectorDesk");
        }

        @Override
        public DeviceReading read(DeviceDocument document) {
            return DeviceReading.of(document);
        }
    }

    /** One that does not even come into being. */
    public static final class Endless implements VendorConnector {
        public Endless() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Override
        public DeviceReading read(DeviceDocument document) {
            return DeviceReading.of(document);
        }
    }
}
