package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.command.Reading;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.Name;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.Violation;
import com.rjchronos.port.AcsSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Presets, provisions, virtual parameters and objects over the NBI. */
public final class NbiSetup implements AcsSetup {
    private static final int MAX_SCRIPT = 256 * 1024;
    private static final String PRESETS = "presets";
    private static final String PROVISIONS = "provisions";
    private static final String VIRTUAL_PARAMETERS = "virtual_parameters";
    private static final String OBJECTS = "objects";

    private final Rows rows;
    private final Shelf shelf;

    public NbiSetup(NbiClient client) {
        this.rows = new Rows(client);
        this.shelf = new Shelf(client);
    }

    @Override
    public Map<String, String> presets() {
        return all(PRESETS, NbiSetup::canonical);
    }

    @Override
    public Map<String, List<Violation>> fatalPresets() {
        Map<String, List<Violation>> broken = new TreeMap<>();
        Reading.of(() -> rows.list(PRESETS, "", row -> row)).forEach(row -> {
            String name = String.valueOf(row.remove("_id"));
            List<Violation> violations = FatalPresets.violations(withoutExpression(row));
            if (!violations.isEmpty()) {
                broken.put(name, violations);
            }
        });
        return broken;
    }

    /** GenieACS's user interface writes preconditions that are no JSON; it has looked them over itself. */
    private static Map<String, Object> withoutExpression(Map<String, Object> preset) {
        boolean expression = preset.get("precondition") instanceof String text
                && !text.isBlank()
                && !text.strip().startsWith("{");
        if (expression) {
            preset.remove("precondition");
        }
        return preset;
    }

    @Override
    public String checkedPreset(String name, String json) {
        Name.SETTING.encoded("name", name);
        Map<String, Object> preset = object("preset", json);
        List<Violation> violations =
                PresetRules.broken(preset, provisions().keySet(), objects().keySet());
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).thrown();
        }
        return canonical(preset);
    }

    @Override
    public void putPreset(String name, String json) {
        put(PRESETS, Name.SETTING.encoded("name", name), checkedPreset(name, json));
    }

    @Override
    public void deletePreset(String name) {
        delete(PRESETS, Name.SETTING.encoded("name", name));
    }

    @Override
    public Map<String, String> provisions() {
        return all(PROVISIONS, NbiSetup::script);
    }

    @Override
    public void putProvision(String name, String script) {
        putScript(PROVISIONS, Name.SETTING.encoded("name", name), script);
    }

    @Override
    public void deleteProvision(String name) {
        delete(PROVISIONS, Name.SETTING.encoded("name", name));
    }

    @Override
    public Map<String, String> virtualParameters() {
        return all(VIRTUAL_PARAMETERS, NbiSetup::script);
    }

    @Override
    public void putVirtualParameter(String name, String script) {
        putScript(VIRTUAL_PARAMETERS, Name.VIRTUAL_PARAMETER.encoded("name", name), script);
    }

    @Override
    public void deleteVirtualParameter(String name) {
        delete(VIRTUAL_PARAMETERS, Name.VIRTUAL_PARAMETER.encoded("name", name));
    }

    @Override
    public Map<String, String> objects() {
        return all(OBJECTS, NbiSetup::canonical);
    }

    @Override
    public void putObject(String name, String json) {
        String target = Name.SETTING.encoded("name", name);
        Map<String, Object> object = object("object", json);
        boolean keys =
                object.get("_keys") instanceof List<?> list && list.stream().allMatch(object::containsKey);
        boolean flat = object.entrySet().stream()
                .allMatch(e -> e.getKey().equals("_keys")
                        || e.getValue() instanceof String
                        || e.getValue() instanceof Number
                        || e.getValue() instanceof Boolean);
        if (!keys || !flat) { // of a preset that names one without, GenieACS's CWMP workers end
            throw Problem.invalid(
                            "object",
                            "must be an object of texts, numbers and flags, with a list _keys that names some of them")
                    .thrown();
        }
        put(OBJECTS, target, canonical(object));
    }

    @Override
    public void deleteObject(String name) {
        delete(OBJECTS, Name.SETTING.encoded("name", name));
    }

    private Map<String, String> all(String collection, Function<Map<String, Object>, String> content) {
        Map<String, String> all = new TreeMap<>();
        Reading.of(() -> rows.list(collection, "", row -> row))
                .forEach(row -> all.put(String.valueOf(row.get("_id")), content.apply(row)));
        return all;
    }

    private void putScript(String collection, String name, String script) {
        if (script.isBlank() || script.length() > MAX_SCRIPT) {
            throw Problem.invalid("script", "must hold 1 to " + MAX_SCRIPT + " characters")
                    .thrown();
        }
        shelf.change("script", Call.of("PUT", "/" + collection + "/" + name).script(script));
    }

    private void put(String collection, String name, String json) {
        shelf.change(collection, Call.of("PUT", "/" + collection + "/" + name).json(json));
    }

    private void delete(String collection, String name) {
        shelf.change("name", Call.of("DELETE", "/" + collection + "/" + name));
    }

    private static Map<String, Object> object(String field, String json) {
        try {
            return Json.object(json);
        } catch (IOException e) {
            throw Problem.invalid(field, "must be a JSON object").thrown(e);
        }
    }

    private static String script(Map<String, Object> row) {
        return Json.textAt(row, "script").orElse("");
    }

    private static String canonical(Map<String, Object> row) {
        Map<String, Object> named = new TreeMap<>(row);
        named.remove("_id");
        named.replaceAll((key, value) -> value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
        return Json.text(named);
    }
}
