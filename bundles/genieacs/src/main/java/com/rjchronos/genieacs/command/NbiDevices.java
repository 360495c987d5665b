package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.genieacs.document.RawDocument;
import com.rjchronos.genieacs.sample.Masking;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.Name;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.NoAnswer;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.genieacs.wire.UnusableBody;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.PingReport;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.port.AcsDevices;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Single devices over the NBI, which has no address for one: a list of at most one is asked for. */
public final class NbiDevices implements AcsDevices {
    private static final int MAX_CAPTURE_BYTES = 16 * 1024 * 1024;
    private static final int MAX_PROJECTION = 8_000;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
    private static final SweepId NO_SWEEP = new SweepId(0);

    private final AcsId acs;
    private final NbiClient client;
    private final Rows rows;
    private final Deeds deeds;

    public NbiDevices(AcsId acs, NbiClient client) {
        this.acs = acs;
        this.client = client;
        this.rows = new Rows(client);
        this.deeds = new Deeds(client);
    }

    @Override
    public Optional<DeviceDocument> document(String genieacsId, Set<String> projection) {
        Name.DEVICE.encoded("genieacsId", genieacsId);
        Set<String> paths = new TreeSet<>(DocumentStream.METADATA);
        paths.addAll(projection);
        String names = String.join(",", paths);
        if (names.length() > MAX_PROJECTION
                || !paths.stream().allMatch(p -> PATH.matcher(p).matches())) {
            throw Problem.invalid(
                            "projection",
                            "must be parameter paths without wildcards or trailing dots, at most " + MAX_PROJECTION
                                    + " characters in all")
                    .thrown();
        }
        String target = "/devices?projection=" + names + "&" + Rows.where("_id", genieacsId);
        return Reading.of(() -> client.read(target, this::read));
    }

    private Optional<DeviceDocument> read(InputStream body) throws IOException {
        IOException[] brokenOff = new IOException[1];
        DocumentStream documents = new DocumentStream(NO_SWEEP, acs, body, 1, MAX_CAPTURE_BYTES, e -> {
            brokenOff[0] = e;
            return e.toString();
        });
        if (!documents.hasNext()) {
            if (brokenOff[0] != null) {
                throw brokenOff[0];
            }
            if (documents.brokenBecause().isPresent()) {
                throw new UnusableBody(documents.brokenBecause().get());
            }
            return Optional.empty();
        }
        SweepBatch batch = documents.next().read();
        if (!batch.rejected().isEmpty()) {
            throw new UnusableBody("The device's document cannot be read: "
                    + batch.rejected().get(0).reason() + ".");
        }
        return batch.documents().stream().findFirst();
    }

    @Override
    public Optional<String> capture(String genieacsId) {
        Name.DEVICE.encoded("genieacsId", genieacsId);
        String target = "/devices?" + Rows.where("_id", genieacsId);
        return Reading.of(() -> client.read(target, NbiDevices::sample));
    }

    /** Masked before anybody sees it. */
    private static Optional<String> sample(InputStream body) throws IOException {
        Optional<String> raw = RawDocument.first(body, MAX_CAPTURE_BYTES);
        return raw.isEmpty() ? raw : Optional.of(Json.pretty(Masking.of(Json.object(raw.get()))));
    }

    @Override
    public CommandOutcome tag(String genieacsId, String tag) {
        return tagging("POST", genieacsId, tag);
    }

    @Override
    public CommandOutcome untag(String genieacsId, String tag) {
        return tagging("DELETE", genieacsId, tag);
    }

    private CommandOutcome tagging(String method, String genieacsId, String tag) {
        Optional<String> complaint = Name.DEVICE
                .complaint(genieacsId)
                .map(c -> "The device's id " + c)
                .or(() -> Name.TAG.complaint(tag).map(c -> "The tag " + c));
        if (complaint.isPresent()) {
            return new CommandOutcome.Invalid(complaint.get());
        }
        String target = "/devices/" + Encoding.encoded(genieacsId) + "/tags/" + Encoding.encoded(tag);
        return deeds.of(
                Call.of(method, target),
                Verdict::ofDeed,
                () -> Deeds.Proof.done(
                        rows
                                .list("devices", "projection=_tags&" + Rows.where("_id", genieacsId), NbiDevices::tags)
                                .stream()
                                .anyMatch(tags -> tags.contains(tag) == method.equals("POST"))));
    }

    /** A device that was never tagged has no such field. */
    private static List<?> tags(Map<String, Object> row) {
        return row.get("_tags") instanceof List<?> tags ? tags : List.of();
    }

    @Override
    public CommandOutcome delete(String genieacsId) {
        Optional<String> complaint = Name.DEVICE.complaint(genieacsId);
        if (complaint.isPresent()) {
            return new CommandOutcome.Invalid("The device's id " + complaint.get());
        }
        return deeds.of(
                Call.of("DELETE", "/devices/" + Encoding.encoded(genieacsId)),
                Verdict::ofDeed,
                () -> Deeds.Proof.done(Sight.of(genieacsId, rows).isEmpty()));
    }

    @Override
    public PingReport ping(String host) {
        String target = "/ping/" + Name.HOST.encoded("host", host);
        return Reading.of(() -> report(client.send(Call.of("GET", target).as(Kind.READ))));
    }

    private static PingReport report(Reply reply) throws NoAnswer {
        boolean own = reply.version().isPresent();
        if (own && reply.status() == 200) {
            return new PingReport(true, reply.body().strip());
        }
        return new PingReport(false, own ? reply.body().strip() : reply.words());
    }
}
