package com.rjchronos.connectors.generic;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.Reads;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
import com.rjchronos.spi.standard.WanDialect;
import org.osgi.service.component.annotations.Component;

/** Any device, in the words of TR-098 and TR-181. It claims none: it serves those nobody else speaks for. */
@Component
@Reads(StandardReading.READS)
public final class GenericConnector implements VendorConnector {
    @Override
    public DeviceReading read(DeviceDocument document) {
        return StandardReading.of(document, WanDialect.STANDARD);
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, StandardPlans.EITHER);
    }
}
