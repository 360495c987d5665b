package com.rjchronos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.simulator.RawHttp.Answer;
import com.rjchronos.simulator.fleet.Parameters;
import com.rjchronos.simulator.fleet.Reach;
import com.rjchronos.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recordings are the law: each section is asked again, in its order, of a fleet with the recorded identities. */
class RecordingReplayTest {
    private static final Pattern TASK_ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern FORCED = Pattern.compile("CPE answers fault (\\d{4}) to .*");
    private static final Pattern DEVICE = Pattern.compile("/devices/([^/?]+)/tasks.*");

    private static final String BUSY = "70B3D5-AN5506-FHTT550600030";
    private static final String HUAWEI = "E8614E-HG8245H-4857544382450005";
    private static final String PORT_MAPPING =
            "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANIPConnection.1.PortMapping";

    /** How many there are depends on what was done in other sections before: of these each item is compared, not their number. */
    private static final Set<String> UNCOUNTED = Set.of(
            "devices-get/021-projection-both-data-models.json",
            "collections/002-config.json",
            "collections/003-permissions.json",
            "collections/007-tasks.json",
            "collections/008-faults.json",
            "faults/077-all-faults.json",
            "faults/078-faults-HEAD.json",
            "faults/080-faults-since.json",
            "faults/081-faults-since-number.json",
            "faults/082-faults-sorted.json",
            "faults/104-GET-tasks-by-id.json",
            "faults/105-GET-tasks-sort-limit.json",
            "faults/106-HEAD-tasks.json",
            "faults/107-GET-tasks-projection.json",
            "faults/108-GET-tasks-timestamp.json",
            "files/001-list.json",
            "files/009-list-after.json",
            "presets/001-list.json",
            "presets/011-list-after.json",
            "presets/015-sort-and-projection.json",
            "presets/016-HEAD.json",
            "provisions/001-list.json",
            "virtual_parameters/003-list.json",
            "virtual_parameters/004-list-camel-case.json",
            "delete-device/004-re-registered-at-the-next-inform.json");

    /** Two list tasks of whatever kind is there; the third is a device that opened no session with a boot since it was deleted, which is not simulated. */
    private static final Set<String> OF_OTHER_KINDS = Set.of(
            "faults/105-GET-tasks-sort-limit.json",
            "faults/108-GET-tasks-timestamp.json",
            "delete-device/004-re-registered-at-the-next-inform.json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-presets",
                "collections",
                "crash",
                "delete-device",
                "devices-get",
                "devices-wildcards",
                "faults",
                "files",
                "objects",
                "ping",
                "presets",
                "provisions",
                "tags",
                "tasks-errors",
                "tasks-insession",
                "tasks-offline",
                "tasks-online",
                "virtual_parameters"
            })
    void answersAsTheRealNbiDid(String section) throws IOException {
        List<Recording> recordings = Recording.ofSection(section);
        assertThat(recordings).isNotEmpty();
        try (Lab lab = Lab.asRecorded()) {
            Map<String, String> taskIds = new HashMap<>();
            SoftAssertions softly = new SoftAssertions();
            for (Recording recording : recordings) {
                arrange(lab, recording);
                Answer answer = ask(lab, recording, taskIds);
                compare(softly, recording, answer);
                learnTaskIds(recording, answer, taskIds);
            }
            softly.assertAll();
        }
    }

    @Test
    void replaysEveryRecordingOrSaysWhyNot() throws IOException {
        List<String> excused = new ArrayList<>();
        for (String line : lines("NOT-REPLAYED.tsv")) {
            String[] nameAndReason = line.split("\t", -1);
            assertThat(nameAndReason).as(line).hasSize(2).doesNotContain("");
            excused.add(nameAndReason[0]);
        }

        assertThat(Stream.concat(Recording.names().stream(), excused.stream()))
                .containsExactlyInAnyOrderElementsOf(lines("INDEX.txt"));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = RecordingReplayTest.class.getResourceAsStream("/recordings/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Answer ask(Lab lab, Recording recording, Map<String, String> taskIds) throws IOException {
        String url = TASK_ID.matcher(recording.url())
                .replaceAll(found -> taskIds.getOrDefault(found.group(), found.group()));
        return lab.http.ask(recording.method(), url, recording.headers(), recording.body());
    }

    private static void compare(SoftAssertions softly, Recording recording, Answer answer) {
        String name = recording.name() + " (" + recording.note() + ")";
        if (!recording.answered()) {
            softly.assertThat(answer.status()).as(name).isZero();
            return;
        }
        softly.assertThat(answer.status() + " " + answer.reason())
                .as(name)
                .isEqualTo(recording.status() + " " + recording.reason());
        for (String header : List.of("Content-Type", "Allow", "Transfer-Encoding", "Connection")) {
            softly.assertThat(answer.header(header)).as(name + ": " + header).isEqualTo(recording.header(header));
        }
        softly.assertThat(answer.header("GenieACS-Version")).as(name).matches("1\\.2\\.13\\+261123[0-9a-f]{4}");
        boolean counted = !UNCOUNTED.contains(recording.name());
        if (counted) {
            softly.assertThat(answer.header("total")).as(name + ": total").isEqualTo(recording.header("total"));
        } else {
            softly.assertThat(answer.header("total")).as(name + ": total").matches("\\d+");
        }
        compareBodies(softly, recording, answer, name, counted);
    }

    private static void compareBodies(
            SoftAssertions softly, Recording recording, Answer answer, String name, boolean counted) {
        softly.assertThat(answer.complete()).as(name + ": complete").isTrue();
        if (!recording.header("Content-Type").equals("application/json")
                || recording.answer().isEmpty()) {
            if (!recording.response().containsKey("body_truncated")) {
                softly.assertThat(answer.body()).as(name + ": body").isEqualTo(recording.answer());
            }
            return;
        }
        if (!counted && !OF_OTHER_KINDS.contains(recording.name())) {
            softly.assertThat(Shape.strangers(Json.parse(recording.answer()), Json.parse(answer.body())))
                    .as(name + ": items like no recorded one")
                    .isEmpty();
        } else if (counted) {
            boolean projected =
                    recording.url().contains("projection=") || !recording.url().contains("/devices");
            String differences =
                    Shape.differences(Json.parse(recording.answer()), Json.parse(answer.body()), projected);
            softly.assertThat(differences)
                    .as(name + ": shape of\n" + answer.body())
                    .isEmpty();
        }
        if (recording.method().equals("POST")) {
            softly.assertThat(timeless(answer.body())).as(name + ": text").isEqualTo(timeless(recording.answer()));
        }
    }

    /** Does to the lab what was done to the real CPEs before this exchange. */
    private static void arrange(Lab lab, Recording recording) throws IOException {
        Matcher forced = FORCED.matcher(recording.note());
        Matcher device = DEVICE.matcher(recording.url());
        if (forced.matches() && device.matches()) {
            lab.http.post("/_sim/fault?id=" + device.group(1) + "&code=" + forced.group(1), null);
        }
        switch (recording.name()) {
            case "tasks-offline/001-offline-refused.json" -> {
                reach(lab, 20, Reach.OFFLINE);
                reach(lab, 21, Reach.BLACKHOLE);
                reach(lab, 22, Reach.MUTE);
                reach(lab, 23, Reach.OFFLINE);
                reach(lab, 24, Reach.CREDENTIALS);
            }
            case "tasks-insession/001-delete-task-in-session.json" -> {
                String task = "{\"_id\":\"6b03b1ef0f81a85f633d85da\",\"name\":\"reboot\"}";
                lab.http.post("/devices/" + BUSY + "/tasks", task);
                lab.http.post("/_sim/session?ms=20000&id=" + BUSY, null);
            }
            case "tasks-insession/007-task-while-in-session.json" -> // the session ends while this one waits
                lab.http.post("/_sim/clock?shift_seconds=21", null);
            case "tasks-insession/008-slow-cpe.json" -> { // the reboot of before is over
                lab.http.post("/_sim/clock?shift_seconds=4", null);
                awaitOnline(lab, BUSY);
            }
            case "tasks-offline/015-tasks-of-the-offline-cpe-after-it-informed.json" ->
                lab.http.post("/_sim/inform?id=70B3D5-AN5506-FHTT550600020", null);
            case "tasks-online/049-device-after-reboot.json", "tasks-online/052-device-after-factoryReset.json" -> {
                lab.http.post("/_sim/clock?shift_seconds=4", null);
                awaitOnline(lab, "68B6FC-F670L-ZTEGC67000005");
            }
            case "tags/019-resulting-tags-2.json" ->
                List.of("niño", "a/b", "v1.2").forEach(tag -> lab.device(HUAWEI).tag(tag, false));
            case "tasks-online/027-addObject.json" -> // the document was recorded after one had been added and deleted
                Parameters.removeInstance(lab.device("202BC1-BM632w-8KA8WA1151100050"), PORT_MAPPING + ".2", 0);
            case "delete-device/004-re-registered-at-the-next-inform.json" ->
                lab.simulator().fleet().enrol("no-product-class", "0000AA", null, "SN.1");
            default -> {} // nothing was done
        }
    }

    private static void reach(Lab lab, int number, Reach reach) {
        lab.device("70B3D5-AN5506-FHTT5506000" + number).reach(reach);
    }

    private static void awaitOnline(Lab lab, String id) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (lab.device(id).reach() != Reach.ONLINE && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(lab.device(id).reach()).isEqualTo(Reach.ONLINE);
    }

    private static void learnTaskIds(Recording recording, Answer answer, Map<String, String> taskIds) {
        if (recording.method().equals("POST") && recording.answered()) {
            Matcher recorded = Pattern.compile("\"_id\":\"([0-9a-f]{24})\"").matcher(recording.answer());
            Matcher ours = Pattern.compile("\"_id\":\"([0-9a-f]{24})\"").matcher(answer.body());
            if (recorded.find() && ours.find()) {
                taskIds.put(recorded.group(1), ours.group(1));
            }
        }
    }

    private static String timeless(String body) {
        return TASK_ID.matcher(body.replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"…\""))
                .replaceAll("…");
    }
}
