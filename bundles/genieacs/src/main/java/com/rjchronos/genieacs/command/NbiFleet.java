package com.rjchronos.genieacs.command;

import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.Reply;
import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsScope;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.port.AcsFleet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts and samples of the devices in scope, over the NBI; a count is the {@code total} header of a list without its body. */
public final class NbiFleet implements AcsFleet {
    private static final int MAX_SAMPLE = 1_000;
    private static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
    private static final SweepId NO_SWEEP = new SweepId(0);

    private final AcsId acs;
    private final Optional<String> query;
    private final AcsScope scope;
    private final NbiClient client;

    /**
     * For one ACS.
     *
     * @param query a Mongo query that holds for every device in scope
     * @param tag the tag that it is made of, if it is
     */
    public NbiFleet(AcsId acs, Optional<String> query, Optional<String> tag, NbiClient client) {
        this.acs = acs;
        this.query = query;
        this.scope = new AcsScope(tag, tag.isPresent() ? Optional.empty() : query);
        this.client = client;
    }

    @Override
    public AcsScope scope() {
        return scope;
    }

    @Override
    public AcsCensus census(Instant informedSince) {
        Reply all = head(Optional.empty());
        Reply informed = head(Optional.of(informedSince));
        return new AcsCensus(total(all), total(informed), all.date().flatMap(NbiFleet::instant));
    }

    private Reply head(Optional<Instant> informedSince) {
        Call call = Call.of("HEAD", "/devices?" + where(informedSince)).as(Kind.READ);
        return Reading.of(() -> client.send(call));
    }

    private static long total(Reply reply) {
        return reply.total()
                .filter(t -> reply.status() == 200 && t.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> Problem.unavailable(reply.words(), Duration.ofSeconds(10))
                        .thrown());
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<DeviceDocument> sample(Set<String> projection, Instant informedSince, int most) {
        if (most < 1 || most > MAX_SAMPLE) {
            throw Problem.invalid("most", "must be within 1.." + MAX_SAMPLE + " but was " + most)
                    .thrown();
        }
        Set<String> paths = new TreeSet<>(DocumentStream.METADATA);
        paths.addAll(projection);
        String names =
                Encoding.encoded(String.join(",", paths)).replace("%2E", ".").replace("%2C", ",");
        String target = "/devices?limit=" + most + "&projection=" + names + "&" + where(Optional.of(informedSince));
        return Reading.of(() -> client.read(target, body -> documents(body, most)));
    }

    private List<DeviceDocument> documents(InputStream body, int most) throws IOException {
        DocumentStream stream =
                new DocumentStream(NO_SWEEP, acs, body, most, MAX_DOCUMENT_BYTES, IOException::toString);
        List<DeviceDocument> documents = new ArrayList<>();
        while (stream.hasNext()) {
            documents.addAll(stream.next().read().documents());
        }
        if (stream.brokenBecause().isPresent()) {
            throw new IOException(stream.brokenBecause().get());
        }
        return documents;
    }

    private String where(Optional<Instant> informedSince) {
        List<String> conditions = new ArrayList<>();
        query.ifPresent(conditions::add);
        informedSince.ifPresent(
                t -> conditions.add("{\"_lastInform\":{\"$gt\":\"" + t + "\"}}")); // an epoch never matches
        String all = conditions.isEmpty() ? "{}" : "{\"$and\":[" + String.join(",", conditions) + "]}";
        return "query=" + Encoding.encoded(all);
    }
}
