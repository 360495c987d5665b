package com.rjchronos.genieacs.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.SweepBatch;
import com.rjchronos.model.sweep.SweepId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentStreamTest {
    private static final int MAX = 256 * 1024;

    @Test
    void readsARecordedDocumentWhole() throws IOException {
        Answer answer = read("[\n" + recorded("huawei-hg8245h-with-tags-vp") + "\n]");

        DeviceDocument document = answer.documents.get(0);
        assertThat(answer.broken).isEmpty();
        assertThat(document.identity().manufacturer()).isPresent();
        assertThat(document.identity().serialNumber()).isPresent();
        assertThat(document.lastInform()).isPresent();
        assertThat(document.registered()).isPresent();
        assertThat(document.number("InternetGatewayDevice.DeviceInfo.UpTime")).isPresent();
        assertThat(document.leaf("InternetGatewayDevice.DeviceInfo.UpTime")
                        .orElseThrow()
                        .at())
                .isPresent();
        assertThat(document.leaf("InternetGatewayDevice.DeviceInfo.UpTime")
                        .orElseThrow()
                        .type())
                .isEqualTo("xsd:unsignedInt");
        assertThat(document.has("InternetGatewayDevice.LANDevice.1")).isTrue();
        assertThat(document.instances("InternetGatewayDevice.LANDevice.1.WLANConfiguration"))
                .isNotEmpty();
    }

    @Test
    void keepsIdsAsGenieAcsStoresThemAndTheIdentityUnescaped() throws IOException {
        DeviceDocument document =
                read("[" + recorded("acme-ax2000-tr181") + "]").documents.get(0);

        assertThat(document.identity().genieacsId()).contains("%");
        assertThat(document.identity().productClass().orElseThrow()).doesNotContain("%");
        assertThat(document.has("Device.DeviceInfo")).isTrue();
    }

    @Test
    void handsOutWhatItPromisedAlsoWhenItIsStoppedInBetween() {
        DocumentStream stream = new DocumentStream(
                new SweepId(1),
                new AcsId("main"),
                new ByteArrayInputStream("[{\"_id\":\"A\"},{\"_id\":\"B\"}]".getBytes(StandardCharsets.UTF_8)),
                1,
                MAX,
                IOException::getMessage);
        assertThat(stream.hasNext()).isTrue();

        stream.stop();

        assertThat(stream.next().read().documents()).hasSize(1);
        assertThat(stream.hasNext()).isFalse();
        assertThat(stream.complete()).isFalse();
    }

    @Test
    void readsValuesOfEveryType() {
        DeviceDocument document = one(
                """
                {"_id":"A","P":{"text":{"_value":"x","_type":"xsd:string","_timestamp":"2026-11-23T03:19:37.466Z"},
                "int":{"_value":-7},"long":{"_value":4294967296},"big":{"_value":123456789012345678901234567890},
                "float":{"_value":-21.5},"huge":{"_value":1e999},"flag":{"_value":true},"none":{"_value":null},
                "unread":{"_object":false,"_writable":true},"object":{"_object":true,"_writable":false}}}""");

        assertThat(document.text("P.text")).contains("x");
        assertThat(document.leaf("P.text").orElseThrow().at()).contains(Instant.parse("2026-11-23T03:19:37.466Z"));
        assertThat(document.leaf("P.int").orElseThrow().value()).isEqualTo(-7L);
        assertThat(document.leaf("P.long").orElseThrow().value()).isEqualTo(4294967296L);
        assertThat(document.text("P.big")).contains("123456789012345678901234567890");
        assertThat(document.number("P.float")).contains(-21.5);
        assertThat(document.number("P.huge")).isEmpty();
        assertThat(document.flag("P.flag")).contains(true);
        assertThat(document.leaf("P.none")).isEmpty();
        assertThat(document.has("P.unread")).isTrue();
        assertThat(document.leaf("P.unread")).isEmpty();
        assertThat(document.has("P.object")).isTrue();
    }

    @Test
    void readsTagsAndTimes() {
        DeviceDocument document = one("{\"_id\":\"A\",\"_tags\":[\"norte\",\"vip\"],"
                + "\"_registered\":\"2026-11-01T00:00:00.000Z\",\"_lastBoot\":\"2026-11-02T00:00:00.000Z\"}");

        assertThat(document.tags()).containsExactlyInAnyOrder("norte", "vip");
        assertThat(document.registered()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(document.lastBoot()).contains(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(document.lastInform()).isEmpty();
        assertThat(one(document("B")).tags()).isEmpty();
    }

    @Test
    void tellsSharedTimestampsApart() {
        DeviceDocument document = one(
                """
                {"_id":"A","a":{"_value":1,"_timestamp":"2026-11-23T03:19:37.466Z"},
                "b":{"_value":1,"_timestamp":"2026-11-23T03:19:37.466Z"},
                "c":{"_value":1,"_timestamp":"2026-11-23T03:19:37.467Z"}}""");

        assertThat(document.leaf("b").orElseThrow().timestamp())
                .isSameAs(document.leaf("a").orElseThrow().timestamp());
        assertThat(document.leaf("c").orElseThrow().timestamp()).isEqualTo("2026-11-23T03:19:37.467Z");
    }

    @Test
    void anEmptyListIsAWholeAnswer() {
        assertThat(read("[\n\n]").broken).isEmpty();
        assertThat(read("[]").complete).isTrue();
        assertThat(read("[]").documents).isEmpty();
    }

    @Test
    void cutsTheAnswerIntoBatchesAndCountsItsBytes() {
        String json = list(documents(25));
        Answer answer = read(bytes(json), 10);

        assertThat(answer.sizes).containsExactly(10, 10, 5);
        assertThat(answer.bytes).isBetween((long) json.length() - 3, (long) json.length());
    }

    @Test
    void aMalformedDocumentSpoilsOnlyItself() {
        Answer answer = read(list(List.of(
                document("A"),
                "{\"_id\":\"B\",\"x\":{\"_value\":}}",
                "{\"_id\":\"C\" \"x\":1}",
                "{\"_id\":\"D\",\"x\":{\"_value\":tru}}",
                document("E"))));

        assertThat(answer.broken).isEmpty();
        assertThat(answer.ids()).containsExactly("A", "E");
        assertThat(answer.rejected).extracting(RejectedDocument::device).containsExactly("B", "C", "D");
        assertThat(answer.rejected).allSatisfy(r -> assertThat(r.reason()).contains("malformed JSON"));
    }

    @Test
    void aMissingQuoteCostsItsOwnLineOnly() {
        String open = "{\"_id\":\"B\",\"x\":{\"_value\":\"open}}";
        Answer answer = read("[\n" + document("A") + ",\n" + open + "\n,\n" + document("C") + "\n]");

        assertThat(answer.complete).isTrue();
        assertThat(answer.ids()).containsExactly("A", "C");
        assertThat(answer.rejected).extracting(RejectedDocument::device).containsExactly("B");
    }

    @Test
    void whateverIsWrongWithALineItSpoilsThatLineOnly() {
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":\"open}}", "B");
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":open\"}}", "B");
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":\"open\\", "B");
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":1}", "B");
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":1}}}", "B");
        broken.put("{\"_id\":\"B\",\"x\":{\"_value\":1}}},\"y\":{\"_value\":2}}", "B");
        broken.put("{\"_id\":\"B\",\"_tags\":[\"a\"}", "B");
        broken.put("{\"_id\":\"B\",\"_tags\":[\"a\"]]", "B");
        broken.put("\"_id\":\"B\",\"x\":{\"_value\":1}}", "B");
        broken.put("undefined junk", "document 2");
        broken.put("}", "document 2");
        broken.put("", "document 2");
        broken.forEach((line, name) -> {
            for (String list : List.of(
                    list(List.of(document("A"), line, document("C"), document("D"))),
                    "[" + String.join("\n,\n", document("A"), line, document("C"), document("D")) + "\n]\n")) {
                Answer answer = read(list);

                assertThat(answer.complete).as(list).isTrue();
                assertThat(answer.ids()).as(list).containsExactly("A", "C", "D");
                assertThat(answer.rejected)
                        .as(list)
                        .extracting(RejectedDocument::device)
                        .containsExactly(name);
            }
            Answer last = read(list(List.of(document("A"), line)));
            assertThat(last.ids()).as(line).containsExactly("A");
            assertThat(last.complete || line.isEmpty()).as(line).isTrue();
        });
    }

    @Test
    void aMissingCommaCostsNothing() {
        Answer answer = read(
                "[\n" + document("A") + ",\n" + document("B") + "\n" + document("C") + " " + document("D") + "\n]");

        assertThat(answer.complete).isTrue();
        assertThat(answer.ids()).containsExactly("A", "B", "C", "D");
    }

    @Test
    void aBracketInTheMidstIsNoEndOfTheList() {
        Answer answer = read("[\n" + document("A") + "\n]\n,\n" + document("B") + "\n]");

        assertThat(answer.complete).isTrue();
        assertThat(answer.ids()).containsExactly("A", "B");
        assertThat(answer.rejected).extracting(RejectedDocument::device).containsExactly("document 2");
    }

    @Test
    void aBrokenLineIsFoundWhereverTheStreamIsCutIntoReads() {
        byte[] json = bytes(list(List.of(
                document("A"),
                "{\"_id\":\"B\",\"x\":{\"_value\":\"open}}",
                document("C"),
                "{\"_id\":\"D\"}}",
                document("E"))));
        for (int cut = 1; cut < json.length; cut++) {
            InputStream twice = new SequenceInputStream(
                    new ByteArrayInputStream(json, 0, cut), new ByteArrayInputStream(json, cut, json.length - cut));

            Answer answer = drain(stream(twice, 10));

            assertThat(answer.complete).as("cut at %s", cut).isTrue();
            assertThat(answer.ids()).as("cut at %s", cut).containsExactly("A", "C", "E");
            assertThat(answer.bytes).as("cut at %s", cut).isBetween(json.length - 3L, (long) json.length);
        }
    }

    @Test
    void aDocumentWrittenForPeopleIsReadToo() {
        String pretty =
                """
                {
                  "_id": "A",
                  "_tags": [
                    "norte"
                  ],
                  "x":
                  {
                    "list": [
                      {
                        "a": 1
                      },
                      {
                        "a": 2
                      }
                    ],
                    "_value": 5
                  }
                }""";

        Answer answer = read("[\n" + pretty + ",\n" + document("B") + "\n]");

        assertThat(answer.complete).isTrue();
        assertThat(answer.ids()).containsExactly("A", "B");
        assertThat(answer.documents.get(0).number("x")).contains(5.0);
    }

    @Test
    void whatCameWholeBeforeTheStreamFailsIsKept() {
        InputStream json = new SequenceInputStream(stream("[\n" + document("A")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        Answer answer = drain(stream(json, 10));

        assertThat(answer.ids()).containsExactly("A");
        assertThat(answer.broken).contains("in words: reset");
    }

    @Test
    void elementsThatAreNoDeviceAreNamedByTheirPlace() {
        Answer answer = read(list(List.of("1", "null", "\"text\"", "[1,[2]]", "{}", "-1.5e3", document("A"))));

        assertThat(answer.ids()).containsExactly("A");
        assertThat(answer.rejected)
                .extracting(RejectedDocument::device)
                .containsExactly("document 1", "document 2", "document 3", "document 4", "document 5", "document 6");
        assertThat(answer.rejected.get(4).reason()).isEqualTo("it has no _id");
    }

    @Test
    void metadataOfAWrongTypeRejectsTheDocumentByName() {
        Answer answer = read(list(List.of(
                "{\"_id\":7}",
                "{\"_id\":\"\"}",
                "{\"_id\":\"A\",\"_deviceId\":\"text\"}",
                "{\"_id\":\"B\",\"_lastInform\":1700000000000}",
                "{\"_id\":\"C\",\"_lastInform\":\"yesterday\"}",
                "{\"_id\":\"D\",\"_tags\":{\"a\":1}}",
                "{\"_id\":\"E\",\"_tags\":[[1]]}",
                document("F"))));

        assertThat(answer.ids()).containsExactly("F");
        assertThat(answer.rejected)
                .extracting(RejectedDocument::device)
                .containsExactly("document 1", "document 2", "A", "B", "C", "D", "E");
    }

    @Test
    void parametersOfAWrongTypeAreMissingAndHarmNothing() {
        DeviceDocument document = one(
                """
                {"_id":"A","_deviceId":{"_SerialNumber":123,"_OUI":null,"_Manufacturer":["x"],"_ProductClass":" "},
                "_tags":null,"_lastInform":null,"x":5,"y":[1,2],"z":{"_value":{"a":1},"_type":7,"_timestamp":false},
                "w":{"_value":[1,[2]]},"v":{"_value":1,"child":{"_value":2}}}""");

        assertThat(document.identity().serialNumber()).contains("123");
        assertThat(document.identity().oui()).isEmpty();
        assertThat(document.identity().manufacturer()).isEmpty();
        assertThat(document.identity().productClass()).isEmpty();
        assertThat(document.lastInform()).isEmpty();
        assertThat(document.has("x")).isFalse();
        assertThat(document.leaf("z")).isEmpty();
        assertThat(document.leaf("w")).isEmpty();
        assertThat(document.number("v.child")).contains(2.0);
    }

    @Test
    void theLastOfDuplicateKeysWins() {
        DeviceDocument document = one("{\"_id\":\"A\",\"_id\":\"B\",\"x\":{\"_value\":1},\"x\":{\"_value\":2}}");

        assertThat(document.identity().genieacsId()).isEqualTo("B");
        assertThat(document.number("x")).contains(2.0);
    }

    @Test
    void deepNestingRejectsTheDocument() {
        String deep = "{\"_id\":\"A\"," + "\"x\":{".repeat(5_000) + "}".repeat(5_000) + "}";
        Answer answer = read(list(List.of(deep, document("B"))));

        assertThat(answer.ids()).containsExactly("B");
        assertThat(answer.rejected).extracting(RejectedDocument::device).containsExactly("A");
    }

    @Test
    void keepsUtf8BracesAndEscapesInValues() {
        DeviceDocument document = one("{\"_id\":\"São-Paulo\",\"x\":{\"_value\":\"}]\\\"{[ 日本 \\\\\"}}");

        assertThat(document.identity().genieacsId()).isEqualTo("São-Paulo");
        assertThat(document.text("x")).contains("}]\"{[ 日本 \\");
    }

    @Test
    void invalidUtf8RejectsTheDocument() {
        byte[] before = bytes("[" + document("A") + ",{\"_id\":\"B\",\"x\":{\"_value\":\"");
        byte[] after = bytes("\"}}," + document("C") + "]");
        byte[] json = join(before, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF}, after);

        Answer answer = read(json, 10);

        assertThat(answer.ids()).containsExactly("A", "C");
        assertThat(answer.rejected).extracting(RejectedDocument::device).containsExactly("B");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        byte[] json = join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes(list(documents(2))));

        assertThat(read(json, 10).ids()).hasSize(2);
    }

    @Test
    void htmlAndOtherTextIsNoAnswer() {
        assertThat(read("<html><body>Bad Gateway</body></html>").broken.orElseThrow())
                .contains("no JSON list")
                .contains("<html>");
        assertThat(read("{\"error\":1}").broken.orElseThrow()).contains("no JSON list");
        assertThat(read("").broken.orElseThrow()).contains("empty");
        assertThat(read("  \n ").broken.orElseThrow()).contains("empty");
    }

    @Test
    void anAnswerCutAnywhereIsBrokenAndKeepsWhatCameBefore() {
        byte[] json = bytes(list(documents(50)));
        for (int cut = 1; cut <= 50; cut++) {
            int length = (json.length - 1) * cut / 51;

            Answer answer = read(Arrays.copyOf(json, length), 7);

            assertThat(answer.broken).as("cut at %s", length).isPresent();
            assertThat(answer.documents.size()).as("cut at %s", length).isBetween(cut - 2, cut);
        }
    }

    @Test
    void aTenMegabyteValueIsRejectedByName() {
        Answer answer = drain(stream(tenMegabytes(), 10));

        assertThat(answer.broken).isEmpty();
        assertThat(answer.ids()).containsExactly("A", "C");
        assertThat(answer.rejected).singleElement().satisfies(r -> {
            assertThat(r.device()).isEqualTo("B%2D1");
            assertThat(r.reason()).contains("larger than 256 KB");
        });
        assertThat(answer.bytes).isGreaterThan(10_000_000);
    }

    @Test
    void whatIsTooLargeIsNotHeld() throws IOException, BrokenAnswer {
        JsonList list = new JsonList(tenMegabytes(), MAX);

        assertThat(list.next()).isTrue();
        assertThat(list.next()).isTrue();

        assertThat(list.oversized()).isTrue();
        assertThat(list.element()).hasSizeLessThanOrEqualTo(MAX);
        assertThat(list.next()).isTrue();
        assertThat(list.oversized()).isFalse();
    }

    private static InputStream tenMegabytes() {
        return new SequenceInputStream(Collections.enumeration(List.of(
                stream("[" + document("A") + ",{\"_id\":\"B%2D1\",\"x\":{\"_value\":\""),
                new Repeated((byte) 'a', 10_000_000),
                stream("\"}}," + document("C") + "]"))));
    }

    @Test
    void aStreamThatFailsIsBrokenInTheGatewaysWords() {
        InputStream json = new SequenceInputStream(stream("[" + document("A") + ","), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        Answer answer = drain(stream(json, 10));

        assertThat(answer.ids()).containsExactly("A");
        assertThat(answer.broken).contains("in words: reset");
    }

    @Test
    void largeDocumentsMakeSmallerBatchesSoThatNoBatchHoldsTheWholeAnswer() {
        int size = MAX / 2;
        int count = 3 * 8 * 1024 * 1024 / size;
        String document = "{\"_id\":\"D\",\"X\":{\"_value\":\"" + "x".repeat(size) + "\"}}";

        Answer answer = read(bytes("[" + String.join(",", Collections.nCopies(count, document)) + "]"), count);

        assertThat(answer.documents).hasSize(count);
        assertThat(answer.sizes).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answer.complete).isTrue();
    }

    @Test
    void aStoppedStreamHandsOutNothingMore() {
        DocumentStream stream = stream(stream(list(documents(30))), 10);
        stream.next();

        stream.stop();

        assertThat(stream.hasNext()).isFalse();
        assertThat(stream.complete()).isFalse();
    }

    private static final class Answer {
        private final List<DeviceDocument> documents = new ArrayList<>();
        private final List<RejectedDocument> rejected = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private long bytes;
        private Optional<String> broken = Optional.empty();
        private boolean complete;

        private List<String> ids() {
            return documents.stream().map(d -> d.identity().genieacsId()).toList();
        }
    }

    private static Answer read(String json) {
        return read(bytes(json), 10);
    }

    private static Answer read(byte[] json, int batchSize) {
        return drain(stream(new ByteArrayInputStream(json), batchSize));
    }

    private static DocumentStream stream(InputStream json, int batchSize) {
        return new DocumentStream(
                new SweepId(1), new AcsId("main"), json, batchSize, MAX, e -> "in words: " + e.getMessage());
    }

    private static Answer drain(DocumentStream stream) {
        Answer answer = new Answer();
        while (stream.hasNext()) {
            SweepBatch batch = stream.next().read();
            answer.documents.addAll(batch.documents());
            answer.rejected.addAll(batch.rejected());
            answer.sizes.add(batch.documents().size() + batch.rejected().size());
            answer.bytes += batch.bytes();
        }
        answer.broken = stream.brokenBecause();
        answer.complete = stream.complete();
        return answer;
    }

    private static DeviceDocument one(String json) {
        Answer answer = read("[" + json + "]");
        assertThat(answer.rejected).isEmpty();
        assertThat(answer.documents).hasSize(1);
        return answer.documents.get(0);
    }

    private static String document(String id) {
        return "{\"_id\":\"" + id + "\",\"_deviceId\":{\"_SerialNumber\":\"S" + id
                + "\"},\"InternetGatewayDevice\":{\"DeviceInfo\":{\"UpTime\":{\"_value\":5,\"_type\":\"xsd:unsignedInt\"}}}}";
    }

    private static List<String> documents(int count) {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(document("D" + (100 + i)));
        }
        return documents;
    }

    private static String list(List<String> elements) {
        return "[\n" + String.join(",\n", elements) + "\n]";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String recorded(String name) throws IOException {
        try (InputStream in = DocumentStreamTest.class.getResourceAsStream("/devices/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same byte again and again, without the memory. */
    private static final class Repeated extends InputStream {
        private final byte value;
        private long left;

        private Repeated(byte value, long count) {
            this.value = value;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }
    }
}
