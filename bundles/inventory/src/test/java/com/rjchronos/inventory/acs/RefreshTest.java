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

    /** IPv6 of a TR-098 connection in a vendor's tables, brought with the table of connections. */
    private static final String DEEPEST = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1."
            + "X_VENDOR_IPv6.IPv6Address.1.IPAddress";

    @Test
    void declaresEachSubtreeLevelByLevelAsFreshAsTheHour() throws ScriptException {
        List<String> declared = run(Refresh.of(Set.of("Device.Optical", "Device.Time.Status._value"), AcsScope.ALL));

        assertThat(declared)
                .hasSize(10 + 9)
                .allMatch(d -> d.endsWith(" path=" + HOUR_BEGAN + " value=" + HOUR_BEGAN))
                .extracting(d -> d.substring(0, d.indexOf(' ')))
                .startsWith("Device.Optical", "Device.Optical.*", "Device.Optical.*.*")
                .contains("Device.Time.Status", "Device.Optical" + ".*".repeat(9))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.split("[.]").length <= 11);
    }

    @Test
    void asksDownToTheDeepestLeafThatAConnectorReads() throws ScriptException {
        assertThat(run(Refresh.of(Set.of("InternetGatewayDevice.WANDevice"), AcsScope.ALL)))
                .anyMatch(path -> path.split(" ")[0].split("[.]").length == DEEPEST.split("[.]").length);
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
