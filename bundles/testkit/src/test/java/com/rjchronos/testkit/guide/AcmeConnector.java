package com.rjchronos.testkit.guide;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.spi.Reads;
import com.rjchronos.spi.SpeaksFor;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.Optics;
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
import com.rjchronos.spi.standard.WanDialect;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Acme's AX-2000 family: TR-181, with a transceiver object of its own. */
@Component
@SpeaksFor(oui = "A0B1C2", productClass = "AX-2000.*")
@Reads({StandardReading.READS, AcmeConnector.TRANSCEIVER})
public final class AcmeConnector implements VendorConnector {
    static final String TRANSCEIVER = "Device.X_ACME_Transceiver";

    private static final WanDialect WAN = new WanDialect(List.of(), List.of("X_ACME_VlanId"));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN);
        Branch transceiver = Branch.of(document, TRANSCEIVER);
        return standard.optical(Optics.transceiver(new OpticalReading(
                standard.optical().rx(),
                standard.optical().tx(),
                Optics.measured(transceiver, "Temperature", Optics::celsius256),
                Optics.unknown(transceiver, "Supply"), // raw only: nobody has told us the unit
                Optics.measured(transceiver, "Bias", Optics::microamperes))));
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, StandardPlans.TR181);
    }
}
