package com.rjchronos.connectors.fiberhome;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.spi.Reads;
import com.rjchronos.spi.SpeaksFor;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.Branch;
import com.rjchronos.spi.standard.PonSerial;
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
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
@Reads({StandardReading.READS, FiberhomeOptics.READS, FiberhomeConnector.SERIAL})
public final class FiberhomeConnector implements VendorConnector {
    static final String SERIAL = "InternetGatewayDevice.DeviceInfo.SerialNumber";

    /** The VLAN is the link's below the connections, {@link #LINK_VLANS}. */
    private static final WanDialect WAN = new WanDialect(List.of("X_FH_ServiceList"), List.of());

    /** Relative to a WANConnectionDevice; firmwares have either. */
    private static final List<String> LINK_VLANS =
            List.of("X_FH_WANGponLinkConfig.VLANID", "X_FH_WANGponLinkConfig.VLANIDMark");

    /**
     * {@code RadioEnabled} is always false here, {@code Enable} tells. {@code SSIDAdvertisementEnabled} is inverted: true hides
     * the network.
     */
    private static final WifiDialect WIFI = WifiDialect.STANDARD;

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, FiberhomeOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        Optional<String> ponSerial = ponSerial(document);
        FiberhomeOptics optics = FiberhomeOptics.of(document);
        DeviceReading reading = standard.ponSerial(ponSerial)
                .wans(standard.wans().stream()
                        .map(wan -> withVlan(wan, document))
                        .toList());
        if (optics.isPresent()) {
            return reading.kind(DeviceKind.ONU).optical(optics.reading());
        }
        return ponSerial.isPresent() ? reading.kind(DeviceKind.ONU) : reading; // only an ONU has a serial for the PON
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, OBJECTS);
    }

    /** Its serial, in the parameter or as it informs, is the one for the PON where it has the shape. */
    private static Optional<String> ponSerial(DeviceDocument document) {
        return Stream.of(document.text(SERIAL), document.identity().serialNumber())
                .flatMap(Optional::stream)
                .flatMap(text -> PonSerial.parse(text).stream())
                .filter(serial -> serial.startsWith("FHTT"))
                .findFirst();
    }

    /** The VLAN of the link that a connection runs over. */
    private static WanConnection withVlan(WanConnection wan, DeviceDocument document) {
        int device = wan.path().lastIndexOf(".WAN"); // of .WANPPPConnection or .WANIPConnection
        if (device < 0) {
            return wan;
        }
        Branch link = Branch.of(document, wan.path().substring(0, device));
        return new WanConnection(
                wan.path(),
                wan.type(),
                wan.connected(),
                wan.username(),
                wan.externalIp(),
                wan.mac(),
                LINK_VLANS.stream()
                        .flatMap(name -> link.integer(name, 1, 4094).stream())
                        .findFirst(),
                wan.uptime());
    }
}
