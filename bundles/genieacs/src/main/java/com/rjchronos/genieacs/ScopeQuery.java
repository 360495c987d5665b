package com.rjchronos.genieacs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.rjchronos.genieacs.wire.Encoding;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks over an operator's query before the NBI sees it: at an operator that it does not know, or one in the wrong company, the
 * NBI's worker ends without an answer.
 */
final class ScopeQuery {
    /** Beside it a request has to hold the conditions of each sweep. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_DEPTH = 20;
    private static final Set<String> CONDITIONS = new TreeSet<>(Set.of("$and", "$or", "$nor"));
    private static final Set<String> LISTS = Set.of("$in", "$nin");
    private static final Set<String> OPERATORS = new TreeSet<>(
            Set.of("$not", "$in", "$nin", "$eq", "$gt", "$gte", "$lt", "$lte", "$ne", "$exists", "$regex"));

    private final JsonParser parser;

    private ScopeQuery(JsonParser parser) {
        this.parser = parser;
    }

    /** What is wrong with it, as the end of a sentence; empty if nothing is. */
    static Optional<String> complaint(String json) {
        if (Encoding.encoded(json).length() > MAX_LENGTH) {
            return Optional.of("must be shorter: at most " + MAX_LENGTH + " characters as it is encoded in a URL");
        }
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("must be a JSON object");
            }
            new ScopeQuery(parser).object(1);
            return parser.nextToken() == null ? Optional.empty() : Optional.of("must be one JSON object");
        } catch (Complaint e) {
            return Optional.of(e.getMessage());
        } catch (IOException e) {
            return Optional.of("must be a JSON object");
        }
    }

    private void object(int depth) throws IOException, Complaint {
        require(depth <= MAX_DEPTH, "must not be nested deeper than " + MAX_DEPTH);
        Set<String> operators = new TreeSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (CONDITIONS.contains(name)) {
                conditions(name, token, depth);
                continue;
            }
            if (name.startsWith("$")) {
                require(
                        OPERATORS.contains(name),
                        "holds the operator " + name + "; GenieACS knows " + CONDITIONS + " and " + OPERATORS);
                operators.add(name);
                operand(name, token);
            }
            value(token, depth);
        }
        require(
                !operators.contains("$ne") || operators.size() == 1,
                "must not hold another operator beside $ne: put them into an $and");
    }

    private void conditions(String name, JsonToken token, int depth) throws IOException, Complaint {
        require(token == JsonToken.START_ARRAY, name + " must be a list of conditions");
        int count = 0;
        for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
            require(each == JsonToken.START_OBJECT, name + " must be a list of conditions");
            object(depth + 1);
            count++;
        }
        require(count > 0, name + " must hold a condition");
    }

    private static void operand(String name, JsonToken token) throws Complaint {
        require(!LISTS.contains(name) || token == JsonToken.START_ARRAY, name + " must be a list");
        require(!name.equals("$regex") || token == JsonToken.VALUE_STRING, name + " must be a text");
        require(!name.equals("$not") || token == JsonToken.START_OBJECT, name + " must be an object");
    }

    private void value(JsonToken token, int depth) throws IOException, Complaint {
        require(depth <= MAX_DEPTH, "must not be nested deeper than " + MAX_DEPTH);
        if (token == JsonToken.START_OBJECT) {
            object(depth + 1);
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                require(each != null, "must be a JSON object");
                value(each, depth + 1);
            }
        }
    }

    private static void require(boolean rule, String sentence) throws Complaint {
        if (!rule) {
            throw new Complaint(sentence);
        }
    }

    /** Ends the looking at the first thing that is wrong. */
    private static final class Complaint extends Exception {
        private static final long serialVersionUID = 1L;

        private Complaint(String sentence) {
            super(sentence);
        }
    }
}
