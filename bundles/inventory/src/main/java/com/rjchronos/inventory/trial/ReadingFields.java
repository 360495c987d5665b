package com.rjchronos.inventory.trial;

import com.rjchronos.model.connector.Trial.Field;
import com.rjchronos.model.reading.DeviceReading;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A reading as single values with names, in the order of the record; without those that are copied from the document. */
final class ReadingFields {
    private static final Set<String> COPIED = Set.of("identity", "lastInform", "registered", "tags");

    private ReadingFields() {}

    /** What one reading says beside what the other one does; empty: nothing was read. */
    static List<Field> beside(Optional<DeviceReading> today, Optional<DeviceReading> then) {
        Map<String, String> before = today.map(ReadingFields::of).orElse(Map.of());
        Map<String, String> after = then.map(ReadingFields::of).orElse(Map.of());
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Field> fields = new ArrayList<>();
        names.forEach(name -> fields.add(
                new Field(name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)))));
        return fields;
    }

    static Map<String, String> of(DeviceReading reading) {
        Map<String, String> fields = new LinkedHashMap<>();
        parts("", reading, fields);
        fields.keySet().removeIf(name -> COPIED.contains(name.split("[.\\[]")[0]));
        return fields;
    }

    private static void put(String name, Object value, Map<String, String> fields) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(name, present, fields));
        } else if (value instanceof Collection<?> items) {
            int number = 1;
            for (Object item : items) {
                put(name + "[" + number++ + "]", item, fields);
            }
        } else if (value instanceof Record record) {
            parts(name + ".", record, fields);
        } else if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static void parts(String prefix, Record record, Map<String, String> fields) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            try {
                Object value = component.getAccessor().invoke(record);
                // a record of one part, such as a power, is that part
                String name = components.length == 1 ? prefix.replaceFirst("[.]$", "") : prefix + component.getName();
                put(name, value, fields);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the parts of a reading are public", e);
            }
        }
    }
}
