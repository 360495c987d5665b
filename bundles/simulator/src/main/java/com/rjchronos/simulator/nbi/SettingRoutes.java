package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.json.Moment;
import com.rjchronos.simulator.query.JsonDocument;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Presets, objects, provisions, virtual parameters and files: put and deleted whole, hardly validated. */
final class SettingRoutes {
    private static final String ALLOWED = "PUT, DELETE";

    private final Acs acs;

    SettingRoutes(Acs acs) {
        this.acs = acs;
    }

    Reply document(Exchange exchange, String collection, String rawName) throws IOException {
        String name = Target.decoded(rawName);
        if (exchange.method().equals("DELETE")) {
            return delete(collection, name);
        }
        if (!exchange.method().equals("PUT")) {
            return Reply.notAllowed(ALLOWED);
        }
        Object body;
        try {
            body = Json.parse(exchange.text());
        } catch (JsonSyntaxException e) {
            return Reply.badRequest("SyntaxError: " + e.getMessage());
        }
        if (!(body instanceof Map<?, ?> map)) {
            throw new Crash("TypeError: Cannot set properties of null (setting '_id')");
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_id", name);
        map.forEach((key, value) -> document.putIfAbsent(key.toString(), value));
        return put(collection, document, Reply.ok());
    }

    Reply script(Exchange exchange, String collection, String rawName) throws IOException {
        String name = Target.decoded(rawName);
        if (exchange.method().equals("DELETE")) {
            return delete(collection, name);
        }
        if (!exchange.method().equals("PUT")) {
            return Reply.notAllowed(ALLOWED);
        }
        String script = exchange.text();
        Optional<String> error = syntaxError(script);
        if (error.isPresent()) {
            return Reply.badRequest("SyntaxError: " + error.get());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_id", name);
        document.put("script", script);
        return put(collection, document, Reply.ok());
    }

    Reply file(Exchange exchange, String rawName) throws IOException {
        String name = Target.decoded(rawName);
        if (exchange.method().equals("DELETE")) {
            if (acs.collection("files").find(name).isEmpty()) {
                throw new Crash("MongoRuntimeError: File not found for id " + name);
            }
            return delete("files", name);
        }
        if (!exchange.method().equals("PUT")) {
            return Reply.notAllowed(ALLOWED);
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (String header : new String[] {"fileType", "oui", "productClass", "version"}) {
            if (exchange.header(header) != null) {
                metadata.put(header, exchange.header(header));
            }
        }
        long length = exchange.body().length;
        Moment now = new Moment(acs.clock().millis());
        return put("files", CollectionRoutes.file(name, length, now, metadata), Reply.created());
    }

    private Reply put(String collection, Map<String, Object> document, Reply reply) {
        acs.collection(collection).put(new JsonDocument(document));
        acs.changes().changed(collection + "-put", "", String.valueOf(document.get("_id")));
        return reply;
    }

    private Reply delete(String collection, String name) {
        if (acs.collection(collection).remove(name).isPresent()) {
            acs.changes().changed(collection + "-deleted", "", name);
        }
        return Reply.ok();
    }

    /** No JavaScript engine lives here: only what the recordings show is told from a sound script. */
    private static Optional<String> syntaxError(String script) {
        if (script.stripLeading().startsWith("import ")) {
            return Optional.of("Cannot use import statement outside a module");
        }
        if (script.matches("(?s).*=\\s*;.*")) {
            return Optional.of("Unexpected token ';'");
        }
        long depth = script.chars().filter(c -> c == '{').count()
                - script.chars().filter(c -> c == '}').count();
        return depth == 0 ? Optional.empty() : Optional.of(depth > 0 ? "Unexpected token ')'" : "Unexpected token '}'");
    }
}
