package com.rjchronos.spi.standard;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.AcsCall.Setting;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.WanConnection.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of the subscriber's connection, found by what was read of it: which instance it is depends on the provider's template. */
final class WanPlans {
    private static final String NONE = "No connection of the subscriber's is known of it.";

    private WanPlans() {}

    static Plan pppoe(DeviceReading device, DeviceIntent.ChangePppoe change) {
        Optional<WanConnection> wan = device.wan();
        if (wan.isEmpty()) {
            return Plan.unsupported(NONE);
        }
        if (wan.get().type() != Type.PPPOE) {
            return Plan.unsupported("Its connection in use is " + wan.get().type() + ", not PPPoE.");
        }
        if (!isPpp(wan.get().path())) {
            return Plan.unsupported("No object is known that holds the PPPoE account: "
                    + wan.get().path() + " is the IP above it.");
        }
        String at = wan.get().path() + ".";
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.text(at + "Username", change.username()));
        change.password().ifPresent(password -> settings.add(Setting.secret(at + "Password", password)));
        return Plan.of(new AcsCall.Set(device.identity().genieacsId(), settings));
    }

    private static boolean isPpp(String path) {
        return path.contains(".WANPPPConnection.") || path.startsWith("Device.PPP.Interface.");
    }

    static Plan vlan(DeviceReading device, DeviceIntent.ChangeVlan change, WanDialect dialect) {
        Optional<WanConnection> wan = device.wan();
        if (wan.isEmpty()) {
            return Plan.unsupported(NONE);
        }
        if (wan.get().vlanPath().isEmpty()) {
            return Plan.unsupported(noVlan(wan.get(), device.wans().size()));
        }
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.number(wan.get().vlanPath().get(), change.vlan()));
        if (!wan.get().path().startsWith("Device.")) {
            dialect.vlanSwitches()
                    .forEach(name -> settings.add(Setting.flag(wan.get().path() + "." + name, true)));
        }
        return Plan.of(new AcsCall.Set(device.identity().genieacsId(), settings));
    }

    /** A reading names no VLAN to set where nothing tells the subscriber's connection from the management's. */
    private static String noVlan(WanConnection wan, int connections) {
        String unknown = "No parameter is known that holds the VLAN of " + wan.path();
        return connections == 1
                ? unknown + "."
                : unknown + ", or nothing tells which of its " + connections + " connections is the subscriber's.";
    }
}
