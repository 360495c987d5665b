package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.fault.Fault;
import com.rjchronos.model.fault.FaultId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void showsOfEachFaultWhoseItIsWhereItAroseWhatWasRefusedAndSinceWhen() {
        AcsFault said = new AcsFault(
                "00259E-HG8245Q2-SN%2D7",
                "task_1",
                "cwmp.9003",
                "Invalid arguments",
                List.of(new Refused("Device.X.SSID", "9007", "too long"), new Refused("Device.X.Enable", "9008", "no")),
                3,
                Optional.empty());

        String table = printed(List.of(new Fault(
                new FaultId(5),
                new AcsId("main"),
                Optional.empty(),
                said,
                NOON,
                NOON,
                Optional.of(NOON.plusSeconds(60)))));

        assertThat(table)
                .contains("00259E-HG8245Q2-SN%2D7", "task_1", "cwmp.9003", "Invalid arguments", "3")
                .contains("Device.X.SSID Device.X.Enable", "2026-11-23T12:00:00Z", "2026-11-23T12:01:00Z");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(printed(List.of())).contains("No fault.");
    }

    private static String printed(List<Fault> faults) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FaultsCommand.table(faults).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
