package com.rjchronos.connectors.huawei;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.Reads;
import com.rjchronos.spi.SpeaksFor;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.Ipv6Dialect;
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
 * Huawei's ONUs (EG, HG, HS, HN families) and routers. It does not claim {@code X_GponInterafceConfig}: another vendor's
 * firmware has copied it, misspelling and all.
 */
@Component
@SpeaksFor(
        manufacturer = {"Huawei.*", "HWTC"},
        serialPrefix = "HWTC",
        hasObject = HuaweiOptics.DEBUG)
@Reads({StandardReading.READS, HuaweiOptics.READS})
public final class HuaweiConnector implements VendorConnector {
    private static final WanDialect WAN = new WanDialect(
                    List.of("X_HW_SERVICELIST", "X_HW_ServiceList", "X_HUAWEI_ServiceList"), List.of("X_HW_VLAN"))
            .ipv6In(new Ipv6Dialect(List.of("X_HW_IPv6"), List.of(), List.of())); // in TR-181's shape

    /** Write-only in practice: it reads back empty. */
    private static final WifiDialect WIFI = WifiDialect.STANDARD
            .passwordIn("PreSharedKey.1.PreSharedKey")
            .stationsIn(new StationDialect(List.of("X_HW_RSSI"), List.of("X_HW_TxRate"), List.of("X_HW_RxRate")));

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, HuaweiOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        Optional<String> ponSerial = document.identity()
                .serialNumber()
                .flatMap(PonSerial::parse)
                .filter(serial -> serial.startsWith("HWTC"));
        HuaweiOptics optics = HuaweiOptics.of(document);
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
