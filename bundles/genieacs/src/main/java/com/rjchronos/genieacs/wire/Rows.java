package com.rjchronos.genieacs.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The lists of the NBI, but for devices: small objects, one at a time. */
public final class Rows {
    private final NbiClient client;

    public Rows(NbiClient client) {
        this.client = client;
    }

    /** All that match, each made of its row. */
    public <T> List<T> list(String collection, String parameters, Function<Map<String, Object>, T> row)
            throws NoAnswer {
        return client.read(target(collection, parameters), body -> {
            List<T> rows = new ArrayList<>();
            each(body, fields -> rows.add(row.apply(fields)));
            return rows;
        });
    }

    /** Hands over each as it comes, and returns how many there were; they are asked for once. */
    public long stream(String collection, String parameters, Consumer<Map<String, Object>> row) throws NoAnswer {
        return client.readOnce(target(collection, parameters), body -> each(body, row));
    }

    /** The parameter {@code query} for one value of one key. */
    public static String where(String key, String value) {
        return "query=" + Encoding.encoded("{" + Encoding.quoted(key) + ":" + Encoding.quoted(value) + "}");
    }

    private static String target(String collection, String parameters) {
        return "/" + collection + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static long each(InputStream body, Consumer<Map<String, Object>> row) throws IOException {
        long count = 0;
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            require(parser, parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                row.accept(Json.object(parser));
                count++;
            }
            require(parser, parser.currentToken() == JsonToken.END_ARRAY);
        }
        return count;
    }

    private static void require(JsonParser parser, boolean rule) throws IOException {
        if (!rule) {
            throw new JsonParseException(parser, "the answer is no JSON list of objects");
        }
    }
}
