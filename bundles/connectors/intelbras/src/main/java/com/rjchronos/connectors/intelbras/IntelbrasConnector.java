package com.rjchronos.connectors.intelbras;

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
import org.osgi.service.component.annotations.Component;

/**
 * Intelbras's ONUs (WiFiber) and routers. It does not claim {@code X_GponInterafceConfig}: it is another vendor's object, which
 * these firmwares copied. Product classes such as {@code AX1800} are claimed neither: that is a class of Wi-Fi, and anybody's.
 */
@Component
@SpeaksFor(
        manufacturer = "Intelbras.*",
        productClass = "WiFiber.*",
        serialPrefix = "ITBS",
        hasObject = IntelbrasOptics.OWN)
@Reads({StandardReading.READS, IntelbrasOptics.READS})
public final class IntelbrasConnector implements VendorConnector {
    private static final WanDialect WAN =
            new WanDialect(List.of(), List.of("X_ITBS_VlanMuxID"), List.of("X_ITBS_VlanEnable"));

    /**
     * AX1800 and RX1500 have 5 GHz in the first network and 2.4 GHz in the sixth: only the device's own words tell. What the
     * firmware calls WPA3 or an open network was not published.
     */
    private static final WifiDialect WIFI = WifiDialect.STANDARD
            .passwordIn("KeyPassphrase")
            .stationsIn(new StationDialect(List.of("X_ITBS_WLAN_ClientSignalStrength")));

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, IntelbrasOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        Optional<String> ponSerial = document.identity()
                .serialNumber()
                .flatMap(PonSerial::parse)
                .filter(serial -> serial.startsWith("ITBS"));
        IntelbrasOptics optics = IntelbrasOptics.of(document);
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
}
