package com.rjchronos.model.reading;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a connector makes of one document. Every part is optional; make one with {@link #of} and add what was found, so that
 * readings can grow without breaking connectors. The constructor is for the store, which has to know every part.
 *
 * @param identity copied from the document, never made up
 * @param lastInform copied from the document
 * @param registered copied from the document
 * @param tags copied from the document
 * @param kind ONU when the device has a PON interface
 * @param model the vendor's model name
 * @param hardwareVersion as reported
 * @param softwareVersion as reported
 * @param ponSerial four letters and eight hex digits, upper case, e.g. {@code HWTC12345678}; unique among devices not retired
 * @param mac of the device, {@code AA:BB:CC:DD:EE:FF}
 * @param uptime since its boot
 * @param informInterval its own periodic Inform interval
 * @param lanIp its address in the customer's network
 * @param hosts how many it knows in the customer's network
 * @param optical the transceiver
 * @param wans its connections, the subscriber's own first
 * @param wlans its Wi-Fi networks
 * @param network who is in the customer's network
 */
public record DeviceReading(
        DeviceIdentity identity,
        Optional<Instant> lastInform,
        Optional<Instant> registered,
        Set<String> tags,
        DeviceKind kind,
        Optional<String> model,
        Optional<String> hardwareVersion,
        Optional<String> softwareVersion,
        Optional<String> ponSerial,
        Optional<String> mac,
        Optional<Measured<Duration>> uptime,
        Optional<Duration> informInterval,
        Optional<String> lanIp,
        Optional<Integer> hosts,
        OpticalReading optical,
        List<WanConnection> wans,
        List<Wlan> wlans,
        CustomerNetwork network) {

    public DeviceReading {
        Objects.requireNonNull(identity);
        Objects.requireNonNull(lastInform);
        Objects.requireNonNull(registered);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(model);
        Objects.requireNonNull(hardwareVersion);
        Objects.requireNonNull(softwareVersion);
        Objects.requireNonNull(ponSerial);
        Objects.requireNonNull(mac);
        Objects.requireNonNull(uptime);
        Objects.requireNonNull(informInterval);
        Objects.requireNonNull(lanIp);
        Objects.requireNonNull(hosts);
        Objects.requireNonNull(optical);
        Objects.requireNonNull(network);
        tags = Set.copyOf(tags);
        wans = List.copyOf(wans);
        wlans = List.copyOf(wlans);
    }

    /** A reading that holds only what the ACS itself says: identity, times, tags. */
    public static DeviceReading of(DeviceDocument document) {
        return of(document.identity(), document.lastInform(), document.registered(), document.tags());
    }

    /** A device of which only the identity is known. */
    public static DeviceReading of(DeviceIdentity identity) {
        return of(identity, Optional.empty(), Optional.empty(), Set.of());
    }

    private static DeviceReading of(
            DeviceIdentity identity, Optional<Instant> lastInform, Optional<Instant> registered, Set<String> tags) {
        return new ReadingDraft(identity, lastInform, registered, tags).reading();
    }

    /** The subscriber's connection: the first, up or down. A connected one behind it may be the management's. */
    public Optional<WanConnection> wan() {
        return wans.stream().findFirst();
    }

    /** The address of the subscriber's connection; empty while that one has none. */
    public Optional<String> externalIp() {
        return wan().flatMap(WanConnection::externalIp);
    }

    /** Whether any network is on; empty if the device reports no Wi-Fi. */
    public Optional<Boolean> wifiEnabled() {
        return wlans.isEmpty()
                ? Optional.empty()
                : Optional.of(wlans.stream().anyMatch(w -> w.enabled().orElse(false)));
    }

    /** The name of the first network that is on, else of the first. */
    public Optional<String> wifiSsid() {
        return wlans.stream()
                .filter(w -> w.enabled().orElse(false))
                .findFirst()
                .or(() -> wlans.stream().findFirst())
                .flatMap(Wlan::ssid);
    }

    /** Mean signal of associated stations over the networks that report it, in dBm. */
    public Optional<Double> wifiSignalDbm() {
        var mean = wlans.stream()
                .flatMap(w -> w.averageSignalDbm().stream())
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    public DeviceReading kind(DeviceKind kind) {
        return with(draft -> draft.kind = kind);
    }

    public DeviceReading model(Optional<String> model) {
        return with(draft -> draft.model = model);
    }

    public DeviceReading hardwareVersion(Optional<String> hardwareVersion) {
        return with(draft -> draft.hardwareVersion = hardwareVersion);
    }

    public DeviceReading softwareVersion(Optional<String> softwareVersion) {
        return with(draft -> draft.softwareVersion = softwareVersion);
    }

    public DeviceReading ponSerial(Optional<String> ponSerial) {
        return with(draft -> draft.ponSerial = ponSerial);
    }

    public DeviceReading mac(Optional<String> mac) {
        return with(draft -> draft.mac = mac);
    }

    public DeviceReading uptime(Optional<Measured<Duration>> uptime) {
        return with(draft -> draft.uptime = uptime);
    }

    public DeviceReading informInterval(Optional<Duration> informInterval) {
        return with(draft -> draft.informInterval = informInterval);
    }

    public DeviceReading lanIp(Optional<String> lanIp) {
        return with(draft -> draft.lanIp = lanIp);
    }

    public DeviceReading hosts(Optional<Integer> hosts) {
        return with(draft -> draft.hosts = hosts);
    }

    public DeviceReading optical(OpticalReading optical) {
        return with(draft -> draft.optical = optical);
    }

    public DeviceReading wans(List<WanConnection> wans) {
        return with(draft -> draft.wans = wans);
    }

    public DeviceReading wlans(List<Wlan> wlans) {
        return with(draft -> draft.wlans = wlans);
    }

    public DeviceReading network(CustomerNetwork network) {
        return with(draft -> draft.network = network);
    }

    private DeviceReading with(Consumer<ReadingDraft> change) {
        ReadingDraft draft = new ReadingDraft(this);
        change.accept(draft);
        return draft.reading();
    }
}
