package com.rjchronos.genieacs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Looks over an operator's query before the NBI sees it: an unknown operator there ends the NBI's worker without an answer. */
final class ScopeQuery {
    private static final Set<String> OPERATORS = Set.of(
            "$and", "$or", "$nor", "$not", "$in", "$nin", "$eq", "$gt", "$gte", "$lt", "$lte", "$ne", "$exists",
            "$regex");

    private ScopeQuery() {}

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    static Optional<String> complaint(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("must be a JSON object");
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.of("must be one JSON object");
                }
                if (token == JsonToken.FIELD_NAME
                        && parser.currentName().startsWith("$")
                        && !OPERATORS.contains(parser.currentName())) {
                    return Optional.of("holds the operator " + parser.currentName() + "; GenieACS knows " + OPERATORS);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return parser.nextToken() == null ? Optional.empty() : Optional.of("must be one JSON object");
        } catch (IOException e) {
            return Optional.of("must be a JSON object");
        }
    }
}
