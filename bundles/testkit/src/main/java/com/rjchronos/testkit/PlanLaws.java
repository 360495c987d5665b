package com.rjchronos.testkit;

import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Kind;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The laws that hold for the plan of any intent for any device. */
final class PlanLaws {
    private static final Set<Kind> DIAGNOSTICS = EnumSet.of(Kind.PING, Kind.TRACEROUTE, Kind.SPEED_TEST);
    private static final Pattern DIAGNOSTICS_OBJECT =
            Pattern.compile("(InternetGatewayDevice|Device)[.]([A-Za-z0-9_-]+[.])*[A-Za-z0-9_-]*Diagnostics[.].+");

    private PlanLaws() {}

    /** Plans an intent and checks every law; a failure says of which intent. */
    static void check(VendorConnector connector, DeviceReading device, DeviceIntent intent) {
        Plan plan;
        Plan again;
        try {
            plan = connector.plan(device, intent);
            again = connector.plan(device, intent);
        } catch (RuntimeException e) {
            throw new AssertionError("a connector must never throw, but did when asked to plan " + intent, e);
        }
        require(plan != null, "there is a plan or a reason why not", intent);
        require(plan.equals(again), "the same input gives the same plan", intent);
        require(
                SampleIntents.SECRETS.stream().noneMatch(plan.toString()::contains),
                "a plan does not show a secret",
                intent);
        if (plan instanceof Plan.Calls calls) {
            targetTheDevice(calls, device, intent);
            setOnlyWhatWasRead(calls, device, intent);
            require(isWhole(calls, intent), "a Wi-Fi change is one set, all of it or nothing", intent);
            require(
                    !DIAGNOSTICS.contains(intent.kind()) || !calls.results().isEmpty(),
                    "a diagnostic says which object holds its figures",
                    intent);
        }
    }

    private static void targetTheDevice(Plan.Calls plan, DeviceReading device, DeviceIntent intent) {
        for (AcsCall call : plan.calls()) {
            require(
                    call.genieacsId().equals(device.identity().genieacsId()),
                    "every call is for the device, but one is for " + call.genieacsId(),
                    intent);
        }
    }

    private static void setOnlyWhatWasRead(Plan.Calls plan, DeviceReading device, DeviceIntent intent) {
        Set<String> read = objects(device);
        for (AcsCall call : plan.calls()) {
            if (call instanceof AcsCall.Set set) {
                for (AcsCall.Setting setting : set.settings()) {
                    require(
                            isUnder(read, setting.path())
                                    || DIAGNOSTICS_OBJECT
                                            .matcher(setting.path())
                                            .matches(),
                            "only objects that were read are set, and diagnostics, but not " + setting.path(),
                            intent);
                }
            }
        }
    }

    /** What the reading names: networks with their radios and access points, connections and their VLANs. */
    private static Set<String> objects(DeviceReading device) {
        Set<String> objects = new TreeSet<>();
        device.wlans().forEach(wlan -> {
            objects.add(wlan.path());
            wlan.radio().ifPresent(objects::add);
            wlan.accessPoint().ifPresent(objects::add);
        });
        device.wans().forEach(wan -> {
            objects.add(wan.path());
            wan.vlanPath().ifPresent(objects::add);
        });
        return objects;
    }

    private static boolean isUnder(Set<String> objects, String path) {
        return objects.stream().anyMatch(object -> path.equals(object) || path.startsWith(object + "."));
    }

    private static boolean isWhole(Plan.Calls plan, DeviceIntent intent) {
        return intent.kind() != Kind.CHANGE_WIFI
                || plan.calls().size() == 1 && plan.calls().get(0) instanceof AcsCall.Set;
    }

    private static void require(boolean holds, String law, DeviceIntent intent) {
        if (!holds) {
            throw new AssertionError(law + ": " + intent);
        }
    }
}
