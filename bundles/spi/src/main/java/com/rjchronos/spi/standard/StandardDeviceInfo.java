package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.DeviceReading;
import java.util.Optional;

/** Model, versions, uptime, Inform interval, LAN address, MAC and stations, which TR-098 and TR-181 name nearly alike. */
final class StandardDeviceInfo {
    private static final String INFO = "DeviceInfo.";

    /** Values alone, but of what was measured at some time. */
    static final String TR098 = "InternetGatewayDevice.DeviceInfo.ModelName._value,"
            + "InternetGatewayDevice.DeviceInfo.HardwareVersion._value,"
            + "InternetGatewayDevice.DeviceInfo.SoftwareVersion._value,"
            + "InternetGatewayDevice.DeviceInfo.UpTime,"
            + "InternetGatewayDevice.ManagementServer.PeriodicInformInterval._value,"
            + "InternetGatewayDevice.LANDevice.1.Hosts.HostNumberOfEntries._value,"
            + "InternetGatewayDevice.LANDevice.1.LANEthernetInterfaceConfig.1.MACAddress._value,"
            + "InternetGatewayDevice.LANDevice.1.LANHostConfigManagement.IPInterface.1.IPInterfaceIPAddress._value";

    static final String TR181 = "Device.DeviceInfo.ModelName._value,"
            + "Device.DeviceInfo.HardwareVersion._value,"
            + "Device.DeviceInfo.SoftwareVersion._value,"
            + "Device.DeviceInfo.UpTime,"
            + "Device.ManagementServer.PeriodicInformInterval._value,"
            + "Device.Hosts.HostNumberOfEntries._value,"
            + "Device.Ethernet.Interface.1.MACAddress._value";

    private StandardDeviceInfo() {}

    static DeviceReading tr098(Branch root, DeviceReading reading) {
        Branch lan = root.at("LANDevice.1");
        return common(root, reading)
                .mac(lan.text("LANEthernetInterfaceConfig.1.MACAddress").flatMap(Addresses::mac))
                .lanIp(lan.text("LANHostConfigManagement.IPInterface.1.IPInterfaceIPAddress")
                        .flatMap(Addresses::ipv4))
                .hosts(hosts(lan));
    }

    static DeviceReading tr181(Branch root, DeviceReading reading) {
        return common(root, reading)
                .mac(root.text("Ethernet.Interface.1.MACAddress").flatMap(Addresses::mac))
                .hosts(hosts(root));
    }

    private static DeviceReading common(Branch root, DeviceReading reading) {
        return reading.model(root.text(INFO + "ModelName"))
                .hardwareVersion(root.text(INFO + "HardwareVersion"))
                .softwareVersion(root.text(INFO + "SoftwareVersion"))
                .uptime(Optics.measured(root, INFO + "UpTime", Branch::duration))
                .informInterval(
                        root.seconds("ManagementServer.PeriodicInformInterval").filter(interval -> !interval.isZero()));
    }

    private static Optional<Integer> hosts(Branch parent) {
        return parent.integer("Hosts.HostNumberOfEntries", 0, 65_535);
    }
}
