package com.rjchronos.connectors.zte;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.Reads;
import com.rjchronos.spi.SpeaksFor;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.PonSerial;
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
import com.rjchronos.spi.standard.WanDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** ZTE's ONUs (F6 family) and routers, also those sold under a provider's name. */
@Component
@SpeaksFor(
        manufacturer = "ZTE.*",
        serialPrefix = {"ZTEG", "ZICG"},
        hasObject = {ZteOptics.PON, ZteConnector.GPON_SERIAL})
@Reads({StandardReading.READS, ZteOptics.READS, ZteConnector.GPON_SERIAL})
public final class ZteConnector implements VendorConnector {
    static final String GPON_SERIAL = "InternetGatewayDevice.DeviceInfo.X_ZTE-COM_GPONSN";

    private static final WanDialect WAN = new WanDialect(
            List.of("X_ZTE-COM_ServiceList", "X_CT-COM_ServiceList", "X_CMCC_ServiceList"),
            List.of("X_ZTE-COM_VLANID"));

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.TR098, Map.of(Concern.OPTICAL, ZteOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN);
        Optional<String> ponSerial = ponSerial(document);
        ZteOptics optics = ZteOptics.of(document);
        DeviceReading reading = standard.ponSerial(ponSerial);
        if (optics.isPresent()) {
            return reading.kind(DeviceKind.ONU).optical(optics.reading());
        }
        return ponSerial.isPresent() ? reading.kind(DeviceKind.ONU) : reading; // only an ONU has a serial for the PON
    }

    @Override
    public Plan plan(DeviceIdentity device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, OBJECTS);
    }

    /** The device's own word; else the CWMP serial where it is one, which it is not on every model. */
    private static Optional<String> ponSerial(DeviceDocument document) {
        return document.text(GPON_SERIAL).flatMap(PonSerial::parse).or(() -> document.identity()
                .serialNumber()
                .flatMap(PonSerial::parse)
                .filter(serial -> serial.startsWith("ZTEG") || serial.startsWith("ZICG")));
    }
}
