package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Name;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.port.AcsFaults;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Faults over the NBI. */
public final class NbiFaults implements AcsFaults {
    private final FaultList faults;
    private final Deeds deeds;

    public NbiFaults(NbiClient client) {
        this.faults = new FaultList(new Rows(client));
        this.deeds = new Deeds(client);
    }

    @Override
    public long sweep(Optional<Instant> since, Consumer<AcsFault> each) {
        return Reading.of(() -> faults.stream(since, each));
    }

    @Override
    public List<AcsFault> of(String genieacsId) {
        Name.DEVICE.encoded("genieacsId", genieacsId);
        return Reading.of(() -> faults.of(genieacsId));
    }

    @Override
    public CommandOutcome delete(String genieacsId, String channel) {
        Optional<String> complaint = Name.DEVICE
                .complaint(genieacsId)
                .map(c -> "The device's id " + c)
                .or(() -> Name.CHANNEL.complaint(channel).map(c -> "The channel " + c));
        if (complaint.isPresent()) {
            return new CommandOutcome.Invalid(complaint.get());
        }
        return deeds.of(
                Call.of("DELETE", "/faults/" + Encoding.encoded(genieacsId + ":" + channel)),
                Verdict::ofDeed,
                () -> Deeds.Proof.done(faults.find(genieacsId, channel).isEmpty()));
    }
}
