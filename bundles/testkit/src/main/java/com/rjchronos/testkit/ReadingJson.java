package com.rjchronos.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rjchronos.model.reading.DeviceReading;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A reading as text that people compare: its parts in the order of the record, without those that are empty. */
final class ReadingJson {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadingJson() {}

    static String of(DeviceReading reading) {
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        try {
            return JSON.writer(printer).writeValueAsString(plain(reading)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading is always JSON", e);
        }
    }

    /** What Jackson knows without modules; null for what is empty. */
    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(ReadingJson::plain).orElse(null);
        }
        if (value instanceof Set<?> set) {
            return set.isEmpty() ? null : new TreeSet<>(set);
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty() ? null : list.stream().map(ReadingJson::plain).toList();
        }
        if (value instanceof Record record) {
            return parts(record);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object parts(Record record) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object part = plain(valueOf(record, component));
            if (part != null) {
                parts.put(component.getName(), part);
            }
        }
        if (parts.size() == 1 && record.getClass().getRecordComponents().length == 1) {
            return parts.values().iterator().next();
        }
        return parts.isEmpty() ? null : parts;
    }

    private static Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the parts of a reading are public", e);
        }
    }
}
