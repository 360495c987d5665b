package com.rjchronos.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.stream.Collectors;

/** JSON as this API speaks it: snake_case, ISO-8601 in UTC, nulls kept, unknown fields refused. */
public final class Json {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public byte[] bytes(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A view cannot be written as JSON: " + view.getClass(), e);
        }
    }

    /** Throws {@code INVALID} naming the field and the rule; null for an empty body. */
    public Object read(InputStream body, Type type) throws IOException {
        JavaType target = mapper.constructType(type);
        byte[] bytes = whole(body);
        if (bytes.length == 0) {
            return null;
        }
        try {
            return mapper.readValue(bytes, target);
        } catch (UnrecognizedPropertyException e) {
            throw invalid(e, "is not a field of this request", e);
        } catch (InvalidFormatException e) {
            throw invalid(e, "must be " + noun(e), e);
        } catch (JsonMappingException e) {
            throw invalid(e, e instanceof MismatchedInputException m ? "must be " + noun(m) : "cannot be read", e);
        } catch (JsonProcessingException e) {
            // its message quotes the input, which may hold a password
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw Problem.invalid(
                            "body",
                            "must be JSON, but breaks off or goes astray at line " + line + ", column " + column)
                    .thrown(e);
        }
    }

    /** All of a request's body; one that breaks off is the client's doing and no failure of ours. */
    public static byte[] whole(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw Problem.invalid("body", "must arrive whole, but it broke off").thrown(e);
        }
    }

    private static ProblemException invalid(JsonMappingException where, String rule, Throwable cause) {
        String path = where.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return Problem.invalid(path.isEmpty() ? "body" : path, rule).thrown(cause);
    }

    private static String noun(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return type.isArray() || Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
