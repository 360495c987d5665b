package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Host;
import java.util.List;

/** Model, versions, uptime, Inform interval, LAN address, MAC and hosts, which TR-098 and TR-181 name nearly alike. */
final class StandardDeviceInfo {
    private static final String INFO = "DeviceInfo.";

    /** Values alone, but of what was measured at some time. */
    static final String TR098 = "InternetGatewayDevice.DeviceInfo.ModelName._value,"
            + "InternetGatewayDevice.DeviceInfo.HardwareVersion._value,"
            + "InternetGatewayDevice.DeviceInfo.SoftwareVersion._value,"
            + "InternetGatewayDevice.DeviceInfo.UpTime,"
            + "InternetGatewayDevice.ManagementServer.PeriodicInformInterval._value,"
            + StandardHosts.TR098 + ","
            + "InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.1.MACAddress._value,"
            + "InternetGatewayDevice.LANDevice.1.LANHostConfigManagement.IPInterface.1.IPInterfaceIPAddress._value";

    static final String TR181 = "Device.DeviceInfo.ModelName._value,"
            + "Device.DeviceInfo.HardwareVersion._value,"
            + "Device.DeviceInfo.SoftwareVersion._value,"
            + "Device.DeviceInfo.UpTime,"
            + "Device.ManagementServer.PeriodicInformInterval._value,"
            + StandardHosts.TR181 + ","
            + "Device.Ethernet.Interface.1.MACAddress._value";

    private StandardDeviceInfo() {}

    static DeviceReading tr098(Branch root, DeviceReading reading) {
        Branch lan = root.at("LANDevice.1");
        return hosts(lan, "MACAddress", "Layer2Interface", common(root, reading))
                .mac(lan.text("LANEthernetInterfaceConfig.1.MACAddress").flatMap(Addresses::mac))
                .lanIp(lan.text("LANHostConfigManagement.IPInterface.1.IPInterfaceIPAddress")
                        .flatMap(Addresses::ipv4));
    }

    static DeviceReading tr181(Branch root, DeviceReading reading) {
        return hosts(root, "PhysAddress", "Layer1Interface", common(root, reading))
                .mac(root.text("Ethernet.Interface.1.MACAddress").flatMap(Addresses::mac));
    }

    private static DeviceReading common(Branch root, DeviceReading reading) {
        return reading.model(root.text(INFO + "ModelName"))
                .hardwareVersion(root.text(INFO + "HardwareVersion"))
                .softwareVersion(root.text(INFO + "SoftwareVersion"))
                .uptime(Optics.measured(root, INFO + "UpTime", Branch::duration))
                .informInterval(
                        root.seconds("ManagementServer.PeriodicInformInterval").filter(interval -> !interval.isZero()));
    }

    private static DeviceReading hosts(Branch parent, String address, String link, DeviceReading reading) {
        List<Host> hosts = StandardHosts.of(parent, address, link);
        return reading.hosts(StandardHosts.count(parent, hosts)).network(new CustomerNetwork(hosts, List.of()));
    }
}
