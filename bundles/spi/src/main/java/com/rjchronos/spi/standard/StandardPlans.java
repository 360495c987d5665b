package com.rjchronos.spi.standard;

import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Concern;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans for every kind of intent in the words of TR-098 and TR-181, and of a vendor where it has its own. Objects that carry a
 * change are those the reading names.
 *
 * <p>Several objects of a concern become a call each: CWMP answers for a list as a whole, so one unknown path would fault it,
 * while GenieACS takes the fault of a single unknown object (9005) for "not there".
 */
public final class StandardPlans {
    /** CWMP's file type of a firmware. */
    private static final String FIRMWARE = "1 Firmware Upgrade Image";

    /** What holds each concern in TR-098, which names nothing optical. */
    public static final Map<Concern, List<String>> TR098 = Map.of(
            Concern.DEVICE, List.of("InternetGatewayDevice.DeviceInfo"),
            Concern.WAN, List.of("InternetGatewayDevice.WANDevice.1.WANConnectionDevice"),
            Concern.WIFI, List.of("InternetGatewayDevice.LANDevice.1.WLANConfiguration"),
            Concern.HOSTS, List.of("InternetGatewayDevice.LANDevice.1.Hosts"));

    /** What holds each concern in TR-181. */
    public static final Map<Concern, List<String>> TR181 = Map.of(
            Concern.DEVICE, List.of("Device.DeviceInfo"),
            Concern.OPTICAL, List.of("Device.Optical"),
            Concern.WAN, List.of("Device.PPP", "Device.IP.Interface", "Device.Ethernet.VLANTermination"),
            Concern.WIFI, List.of("Device.WiFi"),
            Concern.HOSTS, List.of("Device.Hosts"));

    /** What holds each concern in either: an identity does not tell the data model, and asking for what is not there does no harm. */
    public static final Map<Concern, List<String>> EITHER = joined(TR098, TR181);

    private StandardPlans() {}

    /** The objects of both, concern by concern. */
    public static Map<Concern, List<String>> joined(Map<Concern, List<String>> some, Map<Concern, List<String>> more) {
        Map<Concern, List<String>> all = new EnumMap<>(Concern.class);
        Stream.of(some, more)
                .forEach(objects -> objects.forEach(
                        (concern, paths) -> all.merge(concern, paths, (a, b) -> Stream.concat(a.stream(), b.stream())
                                .toList())));
        return Collections.unmodifiableMap(all);
    }

    /** As {@link #plan(DeviceReading, DeviceIntent, Map, WanDialect, WifiDialect)}, in the standard's words alone. */
    public static Plan plan(DeviceReading device, DeviceIntent intent, Map<Concern, List<String>> objects) {
        return plan(device, intent, objects, WanDialect.STANDARD, WifiDialect.STANDARD);
    }

    /**
     * The calls for an intent, or why there are none.
     *
     * @param objects what to refresh for each concern, without trailing dots; a concern that is missing is unsupported
     */
    public static Plan plan(
            DeviceReading device,
            DeviceIntent intent,
            Map<Concern, List<String>> objects,
            WanDialect wan,
            WifiDialect wifi) {
        String id = device.identity().genieacsId();
        return switch (intent.kind()) {
            case REBOOT -> Plan.of(new AcsCall.Reboot(id));
            case FACTORY_RESET -> Plan.of(new AcsCall.FactoryReset(id));
            case REFRESH -> refresh(device.identity(), ((DeviceIntent.Refresh) intent).concern(), objects);
            case CHANGE_WIFI -> WifiPlans.plan(device, ((DeviceIntent.ChangeWifi) intent).change(), wifi);
            case CHANGE_PPPOE -> WanPlans.pppoe(device, (DeviceIntent.ChangePppoe) intent);
            case CHANGE_VLAN -> WanPlans.vlan(device, (DeviceIntent.ChangeVlan) intent, wan);
            case INSTALL_FIRMWARE -> firmware(id, (DeviceIntent.InstallFirmware) intent);
            case PING -> Diagnostics.ping(device, (DeviceIntent.Ping) intent);
            case TRACEROUTE -> Diagnostics.traceroute(device, (DeviceIntent.Traceroute) intent);
            case SPEED_TEST -> Diagnostics.speedTest(device, (DeviceIntent.SpeedTest) intent);
        };
    }

    private static Plan firmware(String id, DeviceIntent.InstallFirmware install) {
        return Plan.of(new AcsCall.Download(id, FIRMWARE, install.fileName(), Optional.empty()));
    }

    private static Plan refresh(DeviceIdentity device, Concern concern, Map<Concern, List<String>> objects) {
        if (concern == Concern.ALL) {
            return Plan.of(new AcsCall.Refresh(device.genieacsId(), ""));
        }
        List<String> paths = Optional.ofNullable(objects.get(concern)).orElse(List.of());
        if (paths.isEmpty()) {
            return new Plan.Unsupported("No object is known that holds " + concern + " on "
                    + device.productClass().orElse("this device") + ".");
        }
        return Plan.of(paths.stream()
                .map(path -> new AcsCall.Refresh(device.genieacsId(), path))
                .toList());
    }
}
