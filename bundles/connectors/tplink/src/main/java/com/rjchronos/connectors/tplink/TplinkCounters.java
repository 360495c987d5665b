package com.rjchronos.connectors.tplink;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.reading.Traffic;
import com.rjchronos.model.reading.WanConnection;
import com.rjchronos.spi.standard.Branch;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The counters of {@code Device.IP.Interface}, which some models have the other way round: received is what the subscriber sent.
 * Code that runs at providers turns them for these models and not for others of TP-Link's, on the interface that it takes the
 * subscriber's own address from. Of {@code PPP.Interface} it says nothing: those stay.
 */
final class TplinkCounters {
    private static final Pattern TURNED =
            Pattern.compile("(XC220-G3v|XX230v|EX220|HX220)\\b.*", Pattern.CASE_INSENSITIVE);

    private TplinkCounters() {}

    static WanConnection of(WanConnection wan, Optional<String> model, DeviceDocument document) {
        boolean turned = model.filter(name -> TURNED.matcher(name).matches()).isPresent();
        return turned && isOfIp(wan, document) ? wan.traffic(turned(wan.traffic())) : wan;
    }

    /** A PPP interface that counts nothing itself has the counters of the IP interface over it. */
    private static boolean isOfIp(WanConnection wan, DeviceDocument document) {
        if (!wan.path().startsWith("Device.PPP.")) {
            return wan.path().startsWith("Device.IP.");
        }
        Branch own = Branch.of(document, wan.path()).at("Stats");
        return Stream.of("Bytes", "Packets", "Errors")
                .flatMap(what -> Stream.of(what + "Received", what + "Sent"))
                .noneMatch(name -> own.leaf(name).flatMap(Leaf::number).isPresent());
    }

    private static Traffic turned(Traffic traffic) {
        return new Traffic(
                traffic.bytesSent(),
                traffic.bytesReceived(),
                traffic.packetsSent(),
                traffic.packetsReceived(),
                traffic.errorsSent(),
                traffic.errorsReceived(),
                traffic.at());
    }
}
