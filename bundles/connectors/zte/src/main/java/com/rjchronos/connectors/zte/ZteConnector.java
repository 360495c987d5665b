package com.rjchronos.connectors.zte;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan.Security;
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

/** ZTE's ONUs (F6 family) and routers, also those sold under a provider's name. */
@Component
@SpeaksFor(
        manufacturer = "ZTE.*",
        serialPrefix = {"ZTEG", "ZICG"},
        hasObject = {ZteOptics.PON, ZteConnector.GPON_SERIAL})
@Reads({StandardReading.READS, ZteOptics.READS, ZteConnector.SERIALS, ZteConnector.BANDS})
public final class ZteConnector implements VendorConnector {
    static final String GPON_SERIAL = "InternetGatewayDevice.DeviceInfo.X_ZTE-COM_GPONSN";

    /** Where the F6201B has its serial for the PON; free text elsewhere. */
    private static final String DESCRIPTION = "InternetGatewayDevice.DeviceInfo.Description";

    static final String SERIALS = GPON_SERIAL + "," + DESCRIPTION + "._value";

    private static final String BAND = "X_ZTE-COM_OperatingFrequencyBand";
    private static final String VALUE = "._value";
    private static final String WLAN = "InternetGatewayDevice.LANDevice.1.WLANConfiguration.";
    static final String BANDS = WLAN + "1." + BAND + VALUE + "," + WLAN + "2." + BAND + VALUE + "," + WLAN + "5." + BAND
            + VALUE + "," + WLAN + "6." + BAND + VALUE;

    private static final WanDialect WAN = new WanDialect(
                    List.of("X_ZTE-COM_ServiceList", "X_CT-COM_ServiceList", "X_CMCC_ServiceList"),
                    List.of("X_ZTE-COM_VLANID"),
                    List.of("X_ZTE-COM_VLANEnable"))
            .ipv6In(new Ipv6Dialect(
                    List.of(),
                    List.of("X_ZTE-COM_ExternalIPv6Address", "X_CT-COM_IPv6IPAddress", "X_CMCC_IPv6IPAddress"),
                    List.of("X_ZTE-COM_PD", "X_CT-COM_IPv6Prefix", "X_CMCC_IPv6Prefix")));

    /**
     * {@code KeyPassphrase} on the F670L V9, {@code PreSharedKey.1.KeyPassphrase} on older F660 and F670L and on the F6600P;
     * {@code BeaconType} is one of None, 11i, WPAand11i, WPA3, 11iandWPA3 on the F670L V9.
     */
    private static final WifiDialect WIFI = new WifiDialect(List.of(BAND))
            .passwordIn("KeyPassphrase", "PreSharedKey.1.KeyPassphrase")
            .beacon(Security.OPEN, "None")
            .beacon(Security.WPA3, "WPA3")
            .stationsIn(new StationDialect(
                    List.of("AssociatedDeviceRssi", "X_ZTE-COM_RSSI"),
                    List.of("X_ZTE-COM_TXRate"),
                    List.of("X_ZTE-COM_RXRate")));

    private static final Map<Concern, List<String>> OBJECTS =
            StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, ZteOptics.OBJECTS));

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        Optional<String> ponSerial = ponSerial(document);
        ZteOptics optics = ZteOptics.of(document);
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

    /** The device's own word; else what has the shape of one, as the CWMP serial has on some models. */
    private static Optional<String> ponSerial(DeviceDocument document) {
        return document.text(GPON_SERIAL)
                .flatMap(PonSerial::parse)
                .or(() -> document.text(DESCRIPTION).flatMap(ZteConnector::shapedSerial))
                .or(() -> document.identity().serialNumber().flatMap(ZteConnector::shapedSerial));
    }

    private static Optional<String> shapedSerial(String text) {
        return PonSerial.parse(text).filter(serial -> serial.startsWith("ZTEG") || serial.startsWith("ZICG"));
    }
}
