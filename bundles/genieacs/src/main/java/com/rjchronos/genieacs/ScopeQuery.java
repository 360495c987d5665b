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
 * Looks over an operator's query before the NBI sees it: at an operator that it does not know, or one in the wrong place or
 * company, and at a pattern that is none, the NBI's worker ends without an answer ({@code lib/query.ts}, and MongoDB).
 */
final class ScopeQuery {
    /** Beside it a request has to hold the conditions of each sweep. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_DEPTH = 20;
    private static final Set<String> CONDITIONS = new TreeSet<>(Set.of("$and", "$or", "$nor"));

    /** GenieACS refuses them in company, by an exception. */
    private static final Set<String> ALONE = new TreeSet<>(Set.of("$ne", "$not"));

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

    /** What all of a document must meet: operators that join conditions, and fields. */
    private void object(int depth) throws IOException, Complaint {
        require(depth <= MAX_DEPTH, "must not be nested deeper than " + MAX_DEPTH);
        for (String name = name(); name != null; name = name()) {
            JsonToken token = parser.nextToken();
            if (CONDITIONS.contains(name)) {
                conditions(name, token, depth);
            } else {
                require(!name.startsWith("$"), "holds " + name + " where only " + CONDITIONS + " and fields may stand");
                field(token, depth);
            }
        }
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

    /** What one field must be: a value, or an object of operators alone, or one of plain keys alone. */
    private void field(JsonToken token, int depth) throws IOException, Complaint {
        if (token != JsonToken.START_OBJECT) {
            value(token, true, depth);
            return;
        }
        Set<String> operators = operators(true, depth + 1);
        for (String alone : ALONE) {
            require(
                    !operators.contains(alone) || operators.size() == 1,
                    "must not hold another operator beside " + alone + ": put them into an $and");
        }
    }

    /** Reads an object below a field, and returns its operators. */
    private Set<String> operators(boolean plainToo, int depth) throws IOException, Complaint {
        require(depth <= MAX_DEPTH, "must not be nested deeper than " + MAX_DEPTH);
        Set<String> operators = new TreeSet<>();
        boolean plain = false;
        for (String name = name(); name != null; name = name()) {
            JsonToken token = parser.nextToken();
            if (OPERATORS.contains(name)) {
                operators.add(name);
                operand(name, token, depth);
            } else {
                require(
                        !name.startsWith("$"),
                        "holds the operator " + name + " below a field; GenieACS knows " + OPERATORS + " there");
                plain = true;
                plain(token, depth);
            }
        }
        require(
                operators.isEmpty() ? plainToo : !plain,
                plainToo ? "must not mix operators and other keys" : "$not must hold operators");
        return operators;
    }

    private void operand(String name, JsonToken token, int depth) throws IOException, Complaint {
        if (name.equals("$not")) {
            require(token == JsonToken.START_OBJECT, name + " must be an object");
            operators(false, depth + 1);
            return;
        }
        require(!LISTS.contains(name) || token == JsonToken.START_ARRAY, name + " must be a list");
        if (name.equals("$regex")) {
            require(token == JsonToken.VALUE_STRING, name + " must be a text");
            checked(ScopeText.expression(parser.getText()));
        } else {
            value(token, !LISTS.contains(name), depth); // a pattern in a list would be an operator in it
        }
    }

    /** Below a plain key: what is compared as it stands, and no operators. */
    private void plain(JsonToken token, int depth) throws IOException, Complaint {
        if (token == JsonToken.START_OBJECT) {
            require(operators(true, depth + 1).isEmpty(), "must not hold operators below the key of an object");
        } else {
            value(token, true, depth);
        }
    }

    private void value(JsonToken token, boolean patterns, int depth) throws IOException, Complaint {
        require(depth <= MAX_DEPTH, "must not be nested deeper than " + MAX_DEPTH);
        require(token != null && token != JsonToken.START_OBJECT, "must not hold an object in a list or as an operand");
        if (token == JsonToken.VALUE_STRING) {
            checked(ScopeText.complaint(parser.getText(), patterns));
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                value(each, patterns, depth + 1);
            }
        }
    }

    private String name() throws IOException, Complaint {
        String name = parser.nextFieldName();
        require(name == null || name.indexOf(0) < 0, "must not hold U+0000");
        return name;
    }

    private static void checked(Optional<String> complaint) throws Complaint {
        require(complaint.isEmpty(), complaint.orElse(""));
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
