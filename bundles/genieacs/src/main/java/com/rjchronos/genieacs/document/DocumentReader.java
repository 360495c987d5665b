package com.rjchronos.genieacs.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.device.ParameterNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one device document as GenieACS stores it. Not thread-safe. */
final class DocumentReader {
    private static final int MAX_DEPTH = 100;
    /** Names repeat in every document: found once by Jackson's symbol table, which interning would only slow down. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final AcsId acs;
    private JsonParser parser;
    private String lastTimestamp = "";
    private String lastType = "";

    DocumentReader(AcsId acs) {
        this.acs = acs;
    }

    /** The document in {@code length} bytes. Parameters of a wrong shape are left out; metadata of one refuse it. */
    DeviceDocument read(byte[] json, int from, int length) throws MalformedDocument {
        try (JsonParser open = JSON.createParser(json, from, length)) {
            parser = open;
            if (open.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedDocument("it is no object");
            }
            DeviceDocument document = document();
            require(open.nextToken() == null, "something follows its end");
            return document;
        } catch (JsonProcessingException e) {
            throw new MalformedDocument("malformed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedDocument("unreadable: " + e.getMessage());
        }
    }

    private DeviceDocument document() throws IOException, MalformedDocument {
        Head head = new Head();
        Map<String, ParameterNode> roots = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.startsWith("_")) {
                metadata(name, token, head);
            } else if (token == JsonToken.START_OBJECT) {
                roots.put(name, node());
            } else {
                parser.skipChildren();
            }
        }
        if (head.id == null) {
            throw new MalformedDocument("it has no _id");
        }
        return new DeviceDocument(
                new DeviceIdentity(
                        acs,
                        head.id,
                        Optional.ofNullable(head.manufacturer),
                        Optional.ofNullable(head.oui),
                        Optional.ofNullable(head.productClass),
                        Optional.ofNullable(head.serialNumber)),
                Optional.ofNullable(head.lastInform),
                Optional.ofNullable(head.registered),
                Optional.ofNullable(head.lastBoot),
                head.tags,
                new ParameterNode(null, roots));
    }

    private void metadata(String name, JsonToken token, Head head) throws IOException, MalformedDocument {
        switch (name) {
            case "_id" -> {
                require(token == JsonToken.VALUE_STRING, "_id is no text");
                head.id = parser.getText();
                require(!head.id.isBlank() && head.id.length() <= 512, "_id is blank or longer than 512");
            }
            case "_deviceId" -> {
                require(token == JsonToken.START_OBJECT, "_deviceId is no object");
                deviceId(head);
            }
            case "_lastInform" -> head.lastInform = instant(name, token);
            case "_registered" -> head.registered = instant(name, token);
            case "_lastBoot" -> head.lastBoot = instant(name, token);
            case "_tags" -> head.tags = tags(token);
            default -> parser.skipChildren();
        }
    }

    private void deviceId(Head head) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (!token.isScalarValue()) {
                parser.skipChildren();
                continue;
            }
            switch (name) {
                case "_Manufacturer" -> head.manufacturer = text(token);
                case "_OUI" -> head.oui = text(token);
                case "_ProductClass" -> head.productClass = text(token);
                case "_SerialNumber" -> head.serialNumber = text(token);
                default -> {
                    // nothing else is part of the identity
                }
            }
        }
    }

    private String text(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = parser.getText();
        return text.isBlank() ? null : text;
    }

    private Instant instant(String name, JsonToken token) throws IOException, MalformedDocument {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        require(token == JsonToken.VALUE_STRING, name + " is no text");
        return Leaf.instant(parser.getText()).orElseThrow(() -> new MalformedDocument(name + " is no ISO-8601 time"));
    }

    private Set<String> tags(JsonToken token) throws IOException, MalformedDocument {
        if (token == JsonToken.VALUE_NULL) {
            return Set.of();
        }
        require(token == JsonToken.START_ARRAY, "_tags is no list");
        Set<String> tags = new HashSet<>();
        for (JsonToken tag = parser.nextToken(); tag != JsonToken.END_ARRAY; tag = parser.nextToken()) {
            require(tag != null && tag.isScalarValue() && tag != JsonToken.VALUE_NULL, "_tags holds more than texts");
            tags.add(parser.getText());
        }
        return tags;
    }

    private ParameterNode node() throws IOException {
        Object value = null;
        String type = null;
        String timestamp = null;
        boolean leaf = false;
        Map<String, ParameterNode> children = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && !name.startsWith("_")) {
                children = children == null ? new HashMap<>() : children;
                children.put(name, node());
                continue;
            }
            switch (name) {
                case "_value" -> {
                    leaf = true;
                    value = value(token);
                }
                case "_type" -> type = token == JsonToken.VALUE_STRING ? type() : null;
                case "_timestamp" -> timestamp = token == JsonToken.VALUE_STRING ? timestamp() : null;
                case "_object" -> leaf |= token == JsonToken.VALUE_FALSE;
                default -> parser.skipChildren();
            }
        }
        return new ParameterNode(
                leaf ? new Leaf(value, type, timestamp) : null, children == null ? Map.of() : children);
    }

    private Object value(JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING:
                return parser.getText();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NUMBER_INT:
                JsonParser.NumberType size = parser.getNumberType();
                return size == JsonParser.NumberType.BIG_INTEGER ? parser.getText() : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                double number = parser.getDoubleValue();
                return Double.isFinite(number) ? number : parser.getText();
            default: // null, or a list or an object where no device has one
                parser.skipChildren();
                return null;
        }
    }

    /** A device's leaves share a few moments: the same text is not made twice. */
    private String timestamp() throws IOException {
        lastTimestamp = reuse(lastTimestamp);
        return lastTimestamp;
    }

    private String type() throws IOException {
        lastType = reuse(lastType);
        return lastType;
    }

    private String reuse(String last) throws IOException {
        int length = parser.getTextLength();
        if (length != last.length()) {
            return parser.getText();
        }
        char[] text = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        for (int i = length - 1; i >= 0; i--) {
            if (text[offset + i] != last.charAt(i)) {
                return parser.getText();
            }
        }
        return last;
    }

    private static void require(boolean rule, String sentence) throws MalformedDocument {
        if (!rule) {
            throw new MalformedDocument(sentence);
        }
    }

    /** What a document says of itself, while it is being read. */
    private static final class Head {
        private String id;
        private String manufacturer;
        private String oui;
        private String productClass;
        private String serialNumber;
        private Instant lastInform;
        private Instant registered;
        private Instant lastBoot;
        private Set<String> tags = Set.of();
    }
}
