package com.rjchronos.connectors.declared;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.standard.StandardPlans;
import com.rjchronos.spi.standard.StandardReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector as a file declares it: the standard data models, and beside them what the file names. Pure, as any connector. */
final class DeclaredConnector implements VendorConnector {
    private final Dialects dialects;
    private final DeclaredSerials serials;
    private final DeclaredOptics optics;
    private final Map<Concern, List<String>> objects;

    DeclaredConnector(Dialects dialects, DeclaredSerials serials, DeclaredOptics optics) {
        this.dialects = dialects;
        this.serials = serials;
        this.optics = optics;
        this.objects = StandardPlans.joined(StandardPlans.EITHER, Map.of(Concern.OPTICAL, optics.reads()));
    }

    @Override
    public DeviceReading read(DeviceDocument document) {
        DeviceReading standard = StandardReading.of(document, dialects.wan(), dialects.wifi());
        Optional<String> serial = serials.read(document);
        DeviceReading reading = standard.ponSerial(serial).optical(optics.read(document, standard.optical()));
        boolean onu = serial.isPresent() || optics.isPresent(document); // only an ONU has a serial for the PON
        return onu ? reading.kind(DeviceKind.ONU) : reading;
    }

    @Override
    public Plan plan(DeviceReading device, DeviceIntent intent) {
        return StandardPlans.plan(device, intent, objects, dialects.wan(), dialects.wifi());
    }
}
