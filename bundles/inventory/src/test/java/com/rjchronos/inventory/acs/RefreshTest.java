package com.rjchronos.inventory.acs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;

class RefreshTest {
    private static final String HOUR_BEGAN = "1763895600000";

    @Test
    void declaresEachSubtreeLevelByLevelAsFreshAsTheHour() throws ScriptException {
        List<String> declared = run(Refresh.of(Set.of("Device.Optical", "Device.Time.Status._value"), AcsScope.ALL));

        assertThat(declared)
                .hasSize(9 + 8)
                .allMatch(d -> d.endsWith(" path=" + HOUR_BEGAN + " value=" + HOUR_BEGAN))
                .extracting(d -> d.substring(0, d.indexOf(' ')))
                .startsWith("Device.Optical", "Device.Optical.*", "Device.Optical.*.*")
                .contains("Device.Time.Status", "Device.Optical" + ".*".repeat(8))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.split("[.]").length <= 10);
    }

    @Test
    void asksForNothingElseThanWhatIsRead() throws ScriptException {
        assertThat(run(Refresh.of(Set.of("Device.IP"), AcsScope.ALL))).allMatch(d -> d.startsWith("Device.IP"));
    }

    /** Runs it wrapped as GenieACS does ({@code lib/cwmp/local-cache.ts}); {@code Date.now} answers only to an interval of an hour. */
    private static List<String> run(Refresh refresh) throws ScriptException {
        List<String> declared = new ArrayList<>();
        ScriptEngine engine = new NashornScriptEngineFactory().getScriptEngine("--language=es6");
        engine.put("sink", (Consumer<String>) declared::add);
        engine.eval(String.join(
                "\n",
                Arrays.asList(
                        "Date.now = function (interval) { return interval === 3600000 ? " + HOUR_BEGAN + " : 0; };",
                        "function declare(path, times) {",
                        "  sink.accept(path + ' path=' + times.path.toFixed() + ' value=' + times.value.toFixed());",
                        "}",
                        "'use strict';(function(){",
                        refresh.script(),
                        "})();")));
        return declared;
    }
}
