package com.rjchronos.spi.standard;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceKind;
import com.rjchronos.model.reading.CustomerNetwork;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.OpticalReading;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.model.reading.Wlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the Broadband Forum's data models say of a device; a vendor's connector starts from it and adds its own. */
public final class StandardReading {
    private static final String ACCESS = "WANDevice.1.WANCommonInterfaceConfig.WANAccessType";

    /** What {@link #of} reads, for {@code @Reads}. */
    public static final String READS = StandardDeviceInfo.TR098 + "," + StandardWan.TR098 + "," + StandardWlans.TR098
            + ",InternetGatewayDevice.WANDevice.1.WANCommonInterfaceConfig.WANAccessType,"
            + StandardDeviceInfo.TR181 + "," + Tr181Wan.READS + "," + Tr181Wlans.READS + ",Device.Optical.Interface";

    private StandardReading() {}

    /**
     * Reads {@code InternetGatewayDevice} (TR-098) where the device has it, else {@code Device} (TR-181). It is an ONU if it says
     * that its access is a PON or has an optical interface. TR-098 has no optical values; TR-181 has power alone.
     */
    public static DeviceReading of(DeviceDocument document, WanDialect dialect) {
        return of(document, dialect, WifiDialect.STANDARD);
    }

    /** As {@link #of(DeviceDocument, WanDialect)}, with a vendor's own words for Wi-Fi. */
    public static DeviceReading of(DeviceDocument document, WanDialect dialect, WifiDialect wifi) {
        return document.has("InternetGatewayDevice") ? tr098(document, dialect, wifi) : tr181(document);
    }

    private static DeviceReading tr098(DeviceDocument document, WanDialect dialect, WifiDialect wifi) {
        Branch root = Branch.of(document, "InternetGatewayDevice");
        List<WanConnection> wans = StandardWan.tr098(root, dialect);
        List<WifiNetwork> networks = StandardWlans.tr098(root, wifi);
        DeviceReading reading = StandardDeviceInfo.tr098(root, DeviceReading.of(document));
        return reading.kind(isPon(root) ? DeviceKind.ONU : DeviceKind.CPE)
                .mac(reading.mac().or(() -> macOf(wans)))
                .wans(wans)
                .wlans(wlans(networks))
                .network(network(reading, networks));
    }

    private static DeviceReading tr181(DeviceDocument document) {
        Branch root = Branch.of(document, "Device");
        List<Branch> optical = root.at("Optical.Interface").instances(8);
        List<WifiNetwork> networks = Tr181Wlans.networks(root);
        DeviceReading reading = StandardDeviceInfo.tr181(root, DeviceReading.of(document));
        return reading.kind(optical.isEmpty() ? DeviceKind.CPE : DeviceKind.ONU)
                .lanIp(Tr181Wan.lanIp(root))
                .optical(optical.stream()
                        .map(StandardReading::optical)
                        .filter(transceiver -> transceiver.rx().isPresent())
                        .findFirst()
                        .orElse(OpticalReading.NONE))
                .wans(Tr181Wan.wans(root))
                .wlans(wlans(networks))
                .network(network(reading, networks));
    }

    private static List<Wlan> wlans(List<WifiNetwork> networks) {
        return networks.stream().map(WifiNetwork::wlan).toList();
    }

    /** The hosts that were read, and beside them the stations of all networks. */
    private static CustomerNetwork network(DeviceReading reading, List<WifiNetwork> networks) {
        return new CustomerNetwork(
                reading.network().hosts(),
                networks.stream()
                        .flatMap(network -> network.stations().stream())
                        .toList());
    }

    private static OpticalReading optical(Branch optical) {
        return Optics.transceiver(OpticalReading.power(
                Optics.measured(optical, "OpticalSignalLevel", Optics::rxMilliDbm),
                Optics.measured(optical, "TransmitOpticalLevel", Optics::txMilliDbm)));
    }

    private static boolean isPon(Branch root) {
        return root.text(ACCESS)
                .filter(access -> access.toUpperCase(Locale.ROOT).contains("PON"))
                .isPresent();
    }

    private static Optional<String> macOf(List<WanConnection> wans) {
        return wans.stream().flatMap(wan -> wan.mac().stream()).findFirst();
    }
}
