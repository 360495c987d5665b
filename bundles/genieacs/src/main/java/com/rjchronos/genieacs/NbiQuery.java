package com.rjchronos.genieacs;

import com.rjchronos.genieacs.document.DocumentStream;
import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.model.sweep.SweepQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts a question into the NBI's words: raw query strings of {@code GET /devices}, percent-encoded. */
final class NbiQuery {
    /** Node answers 431 when the request line and the headers exceed 16 KB. */
    static final int MAX_LENGTH = 12_000;

    private static final int ROOM_FOR_CONDITIONS = 3_000;

    private NbiQuery() {}

    /**
     * One query string, or several where named devices do not fit into one.
     *
     * @param scope a Mongo query as JSON that holds for every device of ours
     * @throws IllegalArgumentException if the projection alone is too long
     */
    static List<String> of(SweepQuestion question, Optional<String> scope) {
        String projection = "projection=" + readable(Encoding.encoded(projection(question))) + "&query=";
        if (projection.length() > MAX_LENGTH - ROOM_FOR_CONDITIONS) {
            throw new IllegalArgumentException("The connectors read more paths than one request can name: "
                    + question.projection().size());
        }
        if (question.genieacsIds().isEmpty()) {
            return List.of(projection + Encoding.encoded(query(question, scope, List.of())));
        }
        List<String> queries = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int length = projection.length()
                + Encoding.encoded(query(question, scope, List.of())).length()
                + 40;
        int used = length;
        for (String id : question.genieacsIds()) {
            int more = Encoding.encoded(Encoding.quoted(id)).length() + 3;
            if (!ids.isEmpty() && used + more > MAX_LENGTH) {
                queries.add(projection + Encoding.encoded(query(question, scope, ids)));
                ids.clear();
                used = length;
            }
            ids.add(id);
            used += more;
        }
        queries.add(projection + Encoding.encoded(query(question, scope, ids)));
        return queries;
    }

    /** Dots and commas may stand in a query as they are (RFC 3986, 3.4), which makes a projection a fifth shorter. */
    private static String readable(String encoded) {
        return encoded.replace("%2E", ".").replace("%2C", ",");
    }

    private static String projection(SweepQuestion question) {
        List<String> paths = new ArrayList<>(DocumentStream.METADATA);
        paths.addAll(new TreeSet<>(question.projection()));
        return String.join(",", paths);
    }

    private static String query(SweepQuestion question, Optional<String> scope, List<String> ids) {
        List<String> conditions = new ArrayList<>();
        scope.ifPresent(conditions::add);
        // ISO text: an epoch number never matches
        question.informedSince().ifPresent(t -> conditions.add("{\"_lastInform\":{\"$gt\":\"" + t + "\"}}"));
        question.registeredSince().ifPresent(t -> conditions.add("{\"_registered\":{\"$gt\":\"" + t + "\"}}"));
        if (!ids.isEmpty()) {
            conditions.add(
                    ids.stream().map(Encoding::quoted).collect(Collectors.joining(",", "{\"_id\":{\"$in\":[", "]}}")));
        }
        return switch (conditions.size()) {
            case 0 -> "{}";
            case 1 -> conditions.get(0);
            default -> "{\"$and\":[" + String.join(",", conditions) + "]}";
        };
    }
}
