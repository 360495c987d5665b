package com.rjchronos.inventory.fake;

import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.Violation;
import com.rjchronos.port.AcsSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Presets and provisions in memory; like the real one it refuses a preset whose provision is not there. */
public final class MemorySetup implements AcsSetup {
    public final Map<String, String> presets = new TreeMap<>();
    public final Map<String, String> provisions = new TreeMap<>();
    public final Map<String, List<Violation>> fatal = new TreeMap<>();
    public final List<String> puts = new ArrayList<>();

    /** Whether it answers well and keeps nothing. */
    public boolean forgetful;

    /** Thrown instead of any change. */
    public RuntimeException failure;

    /** Happens while the provisions are read. */
    public Runnable meanwhile = () -> {};

    @Override
    public Map<String, String> presets() {
        return Map.copyOf(presets);
    }

    @Override
    public Map<String, List<Violation>> fatalPresets() {
        return fatal;
    }

    @Override
    public String checkedPreset(String name, String json) {
        return json;
    }

    @Override
    public void putPreset(String name, String json) {
        if (!provisions.containsKey(name) && !forgetful) {
            throw Problem.invalid("configurations[0].name", "must be a provision that the ACS holds")
                    .thrown();
        }
        put(presets, "preset", name, json);
    }

    @Override
    public Map<String, String> provisions() {
        meanwhile.run();
        return Map.copyOf(provisions);
    }

    @Override
    public void putProvision(String name, String script) {
        put(provisions, "provision", name, script);
    }

    private void put(Map<String, String> shelf, String kind, String name, String content) {
        if (failure != null) {
            throw failure;
        }
        puts.add(kind + " " + name);
        if (!forgetful) {
            shelf.put(name, content);
        }
    }

    @Override
    public void deletePreset(String name) {
        presets.remove(name);
    }

    @Override
    public void deleteProvision(String name) {
        provisions.remove(name);
    }

    @Override
    public Map<String, String> virtualParameters() {
        return Map.of();
    }

    @Override
    public void putVirtualParameter(String name, String script) {
        throw new UnsupportedOperationException("nobody puts one");
    }

    @Override
    public void deleteVirtualParameter(String name) {
        throw new UnsupportedOperationException("nobody deletes one");
    }

    @Override
    public Map<String, String> objects() {
        return Map.of();
    }

    @Override
    public void putObject(String name, String json) {
        throw new UnsupportedOperationException("nobody puts one");
    }

    @Override
    public void deleteObject(String name) {
        throw new UnsupportedOperationException("nobody deletes one");
    }
}
