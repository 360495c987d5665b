package com.rjchronos.connectors.fiberhome;

import com.rjchronos.model.device.DeviceDocument;
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
import com.rjchronos.spi.standard.StationDialect;
import com.rjchronos.spi.standard.WanDialect;
import com.rjchronos.spi.standard.WifiDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** FiberHome's ONUs: AN5506 and HG6 families. */
@Component
@SpeaksFor(
        manufacturer = {"Fiber ?Home.*", "FHTT"},
        serialPrefix = "FHTT",
        hasObject = {FiberhomeOptics.GPON, FiberhomeOptics.EPON})
@Reads({StandardReading.READS, FiberhomeOptics.READS, FiberhomeConnector.SERIAL + "._value"})
public final class FiberhomeConnector implements VendorConnector {
    static final String SERIAL = "InternetGatewayDevice.DeviceInfo.SerialNumber";

    /** The VLAN is the link's, beside the connections; firmwares have either parameter. */
    private static final WanDialect WAN = new WanDialect(List.of("X_FH_ServiceList"), List.of())
            .vlanOfLinkIn("X_FH_WANGponLinkConfig.VLANID", "X_FH_WANGponLinkConfig.VLANIDMark");

    /**
     * {@code RadioEnabled} is always false here, {@code Enable} tells. {@code SSIDAdvertisementEnabled} is inverted: true hides
     * the network. The HG6 family takes the password in {@code PreSharedKey.1.KeyPassphrase}, other models in
     * {@code KeyPassphrase}.
     */
    private static final WifiDialect WIFI = WifiDialect.STANDARD
            .passwordIn("PreSharedKey.1.KeyPassphrase", "KeyPassphrase")
            .invertedAdvertisement()
            .stationsIn(new StationDialect(List.of("AssociatedDeviceRSSI")));

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, FiberhomeOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        Optional<String> ponSerial = ponSerial(document);
        FiberhomeOptics optics = FiberhomeOptics.of(document);
        DeviceReading reading = standard.ponSerial(ponSerial);
        if (optics.isPresent()) {
            return reading.kind(DeviceKind.ONU).optical(optics.reading());
        }
        return ponSerial.isPresent() ? reading.kind(DeviceKind.ONU) : reading; // only an ONU has a serial for the PON
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, OBJECTS, WAN, WIFI);
    }

    /** Its serial, in the parameter or as it informs, is the one for the PON where it has the shape. */
    private static Optional<String> ponSerial(DeviceDocument document) {
        return Stream.of(document.text(SERIAL), document.identity().serialNumber())
                .flatMap(Optional::stream)
                .flatMap(text -> PonSerial.parse(text).stream())
                .filter(serial -> serial.startsWith("FHTT"))
                .findFirst();
    }
}
