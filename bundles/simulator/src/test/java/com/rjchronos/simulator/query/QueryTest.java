package com.rjchronos.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.simulator.json.ByteSink;
import com.rjchronos.simulator.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final JsonDocument DEVICE =
            document("{'_id':'E8614E-HG8245H-05','_lastInform':'2026-11-23T03:20:00.000Z','_tags':['VIP','zone north'],"
                    + "'_deviceId':{'_SerialNumber':'4857544382450005','_ProductClass':null},"
                    + "'A':{'_value':'V5R021C00','_type':'xsd:string'},'N':{'_value':300},'B':{'_value':true}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'_id':'E8614E-HG8245H-05'}",
                "{'A':'V5R021C00'}",
                "{'A':'V5R021*'}",
                "{'A':'*C00'}",
                "{'A':'/v5r.*00$/i'}",
                "{'N':300}",
                "{'N':'300'}",
                "{'N':{'$gt':'299','$lte':300}}",
                "{'B':true}",
                "{'B':{'$ne':false}}",
                "{'_tags':'VIP'}",
                "{'_tags':'zone*'}",
                "{'_tags':{'$ne':'other'}}",
                "{'_lastInform':{'$gt':'2026-11-23T03:19:59Z'}}",
                "{'_lastInform':{'$gte':'2026-11-23T03:20:00.000Z','$lt':'2026-11-23 03:20:01 +0000'}}",
                "{'_deviceId._SerialNumber':'4857544382450005'}",
                "{'_deviceId._ProductClass':null}",
                "{'Nothing':{'$exists':false}}",
                "{'A':{'$exists':true}}",
                "{'_id':{'$in':['x','E8614E-HG8245H-05']}}",
                "{'_id':{'$nin':['x']}}",
                "{'_id':{'$regex':'^E86','$options':'i'}}",
                "{'_id':{'$not':{'$regex':'^X'}}}",
                "{'$or':[{'N':1},{'A':'V5*'}]}",
                "{'$and':[{'N':300},{'B':true}]}",
                "{'$nor':[{'N':1},{'B':false}]}",
                "{'N':{'$in':[1,300]},'$and':[{'B':true}]}"
            })
    void finds(String query) {
        assertThat(matches(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'_id':'E8614E'}",
                "{'A':'V5*21*00'}",
                "{'B':'true'}",
                "{'N':{'$gt':300}}",
                "{'_lastInform':{'$gt':1795403420226}}",
                "{'_lastInform':{'$lt':'2020-01-01T00:00:00Z'}}",
                "{'_id':{'$in':['*HG8245H*']}}",
                "{'_tags':{'$ne':'VIP'}}",
                "{'A':{'$exists':false}}",
                "{'A._value':'V5R021C00','N':1}",
                "{'$or':[{'N':1},{'N':2}]}"
            })
    void passesOver(String query) {
        assertThat(matches(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$or':{'a':1}}",
                "{'_id':{'$foo':1}}",
                "{'_lastInform':{'$ne':'2020-01-01T00:00:00Z','$gt':'2020-01-01T00:00:00Z'}}",
                "{'$where':[{'a':1}]}",
                "{'$and':[]}",
                "{'_id':{'$in':'x'}}",
                "{'_id':{'$regex':'('}}",
                "{'_id':{'$not':{}}}",
                "null"
            })
    void crashesWhereTheNbiCrashes(String query) {
        assertThatThrownBy(() -> matches(query)).isInstanceOf(QueryCrash.class);
    }

    @Test
    void sortsByMongosOrderOfTypesAndKeepsTheRest() {
        Document[] documents = {
            document("{'_id':'a','v':{'_value':'text'}}"),
            document("{'_id':'b','v':{'_value':2}}"),
            document("{'_id':'c'}"),
            document("{'_id':'d','v':{'_value':1}}"),
            document("{'_id':'e','v':{'_value':2}}")
        };

        Document[] up = SortOrder.of(Map.of("v", 1L), true).apply(documents);
        Document[] down = SortOrder.of(Map.of("v", -1L), true).apply(documents);

        assertThat(ids(up)).isEqualTo("cdbea");
        assertThat(ids(down)).isEqualTo("abedc");
    }

    @Test
    void reducesOverlappingProjectionsToThePrefix() {
        assertThat(projected("A,A._value")).isEqualTo(projected("A"));
        assertThat(projected(" A._value , _tags"))
                .isEqualTo(
                        "{\"_id\":\"E8614E-HG8245H-05\",\"_tags\":[\"VIP\",\"zone north\"],\"A\":{\"_value\":\"V5R021C00\"}}");
        assertThat(projected("A.Nothing")).isEqualTo("{\"_id\":\"E8614E-HG8245H-05\",\"A\":{}}");
        assertThat(projected("_id")).isEqualTo("{\"_id\":\"E8614E-HG8245H-05\"}");
    }

    private static String projected(String projection) {
        ByteSink out = new ByteSink(64);
        DEVICE.write(Projection.parse(projection), out);
        return out.toString();
    }

    private static boolean matches(String query) {
        return Filter.of(Rewriting.ofDevices(Json.parse(query.replace('\'', '"'))))
                .test(DEVICE);
    }

    private static String ids(Document... documents) {
        StringBuilder ids = new StringBuilder();
        Arrays.stream(documents).map(document -> ((JsonDocument) document).id()).forEach(ids::append);
        return ids.toString();
    }

    private static JsonDocument document(String json) {
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) Json.parseStored(json.replace('\'', '"')))
                .forEach((key, value) -> values.put(key.toString(), value));
        return new JsonDocument(values);
    }
}
