package com.rjchronos.connectors.tplink;

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
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
import com.rjchronos.spi.standard.WanDialect;
import com.rjchronos.spi.standard.WifiDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** TP-Link's ONUs (XC220-G3v, XX230v, XX530v; TR-181) and routers. */
@Component
@SpeaksFor(manufacturer = "TP[- ]?Link.*", serialPrefix = TplinkPonSerial.PREFIX, hasObject = TplinkOptics.GPON)
@Reads({StandardReading.READS, TplinkOptics.GPON})
public final class TplinkConnector implements VendorConnector {
    private static final WanDialect WAN = WanDialect.STANDARD;

    /** TR-181 has one place for each part of a network; what the routers of TR-098 add to the standard was not published. */
    private static final WifiDialect WIFI = WifiDialect.STANDARD;

    /** {@code Device.Optical} holds the transceiver's registers as well. */
    private static final Map<Concern, List<String>> OBJECTS = StandardPlans.EITHER;

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, WAN, WIFI);
        TplinkOptics optics = TplinkOptics.of(document);
        boolean onu = optics.isPresent() || standard.kind() == DeviceKind.ONU;
        Optional<String> ponSerial = TplinkPonSerial.of(standard, onu);
        DeviceReading reading = standard.ponSerial(ponSerial)
                .kind(onu || ponSerial.isPresent() ? DeviceKind.ONU : standard.kind())
                .wans(standard.wans().stream()
                        .map(wan -> TplinkCounters.of(withUptime(wan, document), standard.model(), document))
                        .toList());
        return optics.isPresent() ? reading.optical(optics.reading(standard.optical())) : reading;
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, OBJECTS, WAN, WIFI);
    }

    /** A PPP interface counts the seconds that it is up in a parameter of TP-Link's own. */
    private static WanConnection withUptime(WanConnection wan, DeviceDocument document) {
        return wan.uptime(Branch.of(document, wan.path())
                .seconds("X_TP_UpTime")
                .filter(uptime -> wan.type() == WanConnection.Type.PPPOE
                        && wan.connected().orElse(false))
                .or(wan::uptime));
    }
}
