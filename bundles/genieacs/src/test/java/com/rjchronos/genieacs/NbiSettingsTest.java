package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.Limit;
import com.rjchronos.model.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NbiSettingsTest {

    @Test
    void takesItsNameFromTheFile() {
        assertThat(settings(Map.of("felix.fileinstall.filename", "file:/opt/etc/com.rjchronos.genieacs-main.cfg"))
                        .acs()
                        .value())
                .isEqualTo("main");
        assertThat(settings(Map.of(
                                "service.factoryPid",
                                "com.rjchronos.genieacs",
                                "service.pid",
                                "com.rjchronos.genieacs~north-2"))
                        .acs()
                        .value())
                .isEqualTo("north-2");
        assertThat(settings(Map.of("name", "lab", "service.pid", "com.rjchronos.genieacs~x"))
                        .acs()
                        .value())
                .isEqualTo("lab");
    }

    @Test
    void hasTheDefaultsOfItsMetatype() {
        NbiSettings settings = settings(Map.of("name", "main"));

        assertThat(settings.baseUrl()).isEqualTo("http://127.0.0.1:7557");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.responseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.scope()).isEmpty();
        assertThat(settings.batchSize()).isEqualTo(500);
        assertThat(settings.authorization()).isEmpty();
    }

    @Test
    void refusesWhatBreaksARuleAndNamesKeyAndValue() {
        refused(Map.of("name", "main", "baseUrl", "ftp://host"), "baseUrl", "ftp://host");
        refused(Map.of("name", "main", "baseUrl", "http://user:secret@host"), "baseUrl", "without user");
        refused(Map.of("name", "main", "baseUrl", "http://host:65536"), "baseUrl", "1..65535");
        refused(Map.of("name", "main", "baseUrl", "http://host:0"), "baseUrl", "1..65535");
        refused(Map.of("name", "main", "batchSize", "0"), "batchSize", "1..5000");
        refused(Map.of("name", "main", "batchSize", "many"), "batchSize", "whole number");
        refused(Map.of("name", "main", "scopeTag", "nor*"), "scopeTag", "nor*");
        refused(Map.of("name", "main", "scopeTag", "a", "scopeQuery", "{}"), "scopeTag", "excludes scopeQuery");
        refused(Map.of("name", "main", "scopeQuery", "{\"_tags\":{\"$foo\":1}}"), "scopeQuery", "$foo");
        refused(Map.of("name", "main", "scopeQuery", "null"), "scopeQuery", "JSON object");
        refused(Map.of("name", "main", "scopeQuery", "{\"a\":1} x"), "scopeQuery", "JSON object");
        refused(Map.of("name", "main", "passwordFile", "/nowhere"), "username", "must not be empty");
        refused(Map.of("name", "main", "username", "u", "passwordFile", "/nowhere/at/all"), "passwordFile", "readable");
        refused(Map.of("name", "Main ACS"), "name", "must match");
        refused(Map.of(), "name", "file name");
        refused(Map.of("name", "main", "baseURL", "http://x"), "baseURL", "unknown key");
    }

    @Test
    void aPasswordInTheUrlIsNotRepeatedInTheRefusal() {
        for (String url : List.of(
                "http://user:s3cret@host",
                "http://user:s3cret/@host:1",
                "http://user:s3@cret@host",
                "user:s3cret@host")) {
            assertThatThrownBy(() -> settings(Map.of("name", "main", "baseUrl", url)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("***@host")
                    .hasMessageNotContaining("s3");
        }
    }

    @Test
    void refusesAScopeThatTheNbiWouldNotSurvive() {
        scopeRefused("{\"$and\":[]}", "$and must hold a condition");
        scopeRefused("{\"$and\":{\"a\":1}}", "$and must be a list");
        scopeRefused("{\"$or\":[1]}", "$or must be a list of conditions");
        scopeRefused("{\"a\":{\"$in\":\"b\"}}", "$in must be a list");
        scopeRefused("{\"a\":{\"$ne\":\"b\",\"$exists\":true}}", "beside $ne");
        scopeRefused("{\"a\":{\"$regex\":1}}", "$regex must be a text");
        scopeRefused("{\"a\":{\"$not\":1}}", "$not must be an object");
        scopeRefused("{\"$and\":[{\"a\":{\"$foo\":1}}]}", "$foo");
        scopeRefused("{\"a\":\"" + "x".repeat(2_000) + "\"}", "shorter");
        scopeRefused("{\"a\":".repeat(30) + "1" + "}".repeat(30), "deeper");
        scopeRefused("{\"a\":[1", "JSON object");
        scopeRefused("{\"$exists\":true}", "$exists where only");
        scopeRefused("{\"$or\":[{\"$eq\":1}]}", "$eq where only");
        scopeRefused("{\"a\":{\"$and\":[{\"b\":1}]}}", "operator $and below a field");
        scopeRefused("{\"a\":{\"$exists\":true,\"b\":1}}", "must not mix");
        scopeRefused("{\"a\":{\"b\":{\"$gt\":1}}}", "must not hold operators");
        scopeRefused("{\"a\":{\"$not\":{}}}", "$not must hold operators");
        scopeRefused("{\"a\":{\"$not\":{\"b\":1}}}", "$not must hold operators");
        scopeRefused("{\"a\":{\"$not\":{\"$gt\":1},\"$gt\":\"b*\"}}", "beside $not");
        scopeRefused("{\"a\":{\"$in\":[{\"$regex\":\"b\"}]}}", "an object in a list");
        scopeRefused("{\"a\":{\"$in\":[\"b*\"]}}", "a pattern in a list");
        scopeRefused("{\"a\":{\"$nin\":[\"/b/\"]}}", "a pattern in a list");
        scopeRefused("{\"a\\u0000\":1}", "U+0000");
    }

    @Test
    void refusesAScopeWhosePatternIsNoneToGenieAcsOrToMongo() {
        for (String regex : List.of(
                "(", "a++", "(?<n>a)", "(?i)a", "^*", "a{2}{3}", "\\\\Q(\\\\E", "\\\\p{L}", "[[:no:]]", "\\\\1")) {
            scopeRefused("{\"_id\":{\"$regex\":\"" + regex + "\"}}", "regular expression");
            scopeRefused("{\"a\":\"/" + regex + "/i\"}", "regular expression");
        }
        scopeRefused("{\"a\":\"x(*(\"}", "regular expression");
        scopeRefused("{\"a\":{\"$ne\":\"Model (x)*\"}}", "regular expression");
        scopeRefused("{\"a\":\"b*c*d\"}", "at most one *");
        for (String taken : List.of(
                "{\"a\":\"*HG8245*\",\"b\":\"10.0.*\",\"c\":\"x*y\",\"d\":\"/^HG.+[0-9]{4}$/i\",\"e\":\"(\",\"f\":\"/(/x\"}",
                "{\"a\":{\"$not\":{\"$regex\":\"^(?:00|AA)\\\\d\\\\.\"}},\"_tags\":{\"$in\":[]},\"b\":{\"c\":{\"d\":null}},\"e\":{}}",
                "{}")) {
            assertThat(settings(Map.of("name", "main", "scopeQuery", taken)).scope())
                    .contains(taken);
        }
    }

    @Test
    void takesAScopeOfSeveralConditions() {
        assertThat(settings(Map.of(
                                "name",
                                "main",
                                "scopeQuery",
                                "{\"$or\":[{\"_tags\":{\"$in\":[\"a\",\"b\"]}},{\"$and\":[{\"_id\":{\"$regex\":\"^00\"}},"
                                        + "{\"_tags\":{\"$ne\":\"lab\"}}]}]}"))
                        .scope())
                .isPresent();
    }

    private static void scopeRefused(String query, String said) {
        refused(Map.of("name", "main", "scopeQuery", query), "scopeQuery", said);
    }

    @Test
    void scopesByTagOrByQuery() {
        assertThat(settings(Map.of("name", "main", "scopeTag", "norte")).scope())
                .contains("{\"_tags\":\"norte\"}");
        assertThat(settings(Map.of("name", "main", "scopeQuery", "{\"_tags\":{\"$ne\":\"lab\"}}"))
                        .scope())
                .contains("{\"_tags\":{\"$ne\":\"lab\"}}");
    }

    @Test
    void readsThePasswordFromAFileAndNeverShowsIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");

        NbiSettings settings = settings(Map.of("name", "main", "username", "chronos", "passwordFile", file.toString()));

        assertThat(settings.authorization()).contains("Basic Y2hyb25vczpzM2NyZXQ=");
        assertThat(settings.toString()).doesNotContain("Y2hyb25vczpzM2NyZXQ");
    }

    @Test
    void readsABearerTokenFromAFileAndNeverShowsIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "t0ken.abc\n");
        Path odd = Files.writeString(folder.resolve("odd"), "s3cret token");

        assertThat(settings(Map.of("name", "main", "tokenFile", file.toString()))
                        .authorization())
                .contains("Bearer t0ken.abc");
        refused(
                Map.of("name", "main", "tokenFile", file.toString(), "username", "u"),
                "tokenFile",
                "excludes username");
        assertThatThrownBy(() -> settings(Map.of("name", "main", "tokenFile", odd.toString())))
                .hasMessageContaining("bearer token")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void boundsWhatIsUnderWayAtOnce() {
        NbiSettings settings = settings(Map.of("name", "main", "maxKnocks", "7"));

        assertThat(settings.limits().get(Kind.KNOCK))
                .isEqualTo(new Limit(7, Duration.ofSeconds(220), Duration.ofSeconds(220)));
        assertThat(settings(Map.of("name", "main")).limits().get(Kind.KNOCK).atOnce())
                .isEqualTo(32);
        refused(Map.of("name", "main", "maxKnocks", "0"), "maxKnocks", "1..100");
        refused(Map.of("name", "main", "maintenance", "yes"), "maintenance", "true or false");
    }

    @Test
    void aTrustStoreNeedsTlsAndCertificates(@TempDir Path folder) throws IOException {
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing");

        refused(Map.of("name", "main", "trustStoreFile", none.toString()), "trustStoreFile", "https");
        refused(
                Map.of("name", "main", "baseUrl", "https://acs", "trustStoreFile", none.toString()),
                "trustStoreFile",
                "PEM or PKCS #12");
        refused(
                Map.of("name", "main", "trustStorePasswordFile", none.toString()),
                "trustStorePasswordFile",
                "needs trustStoreFile");
    }

    private static void refused(Map<String, Object> properties, String key, String said) {
        assertThatThrownBy(() -> settings(properties))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("key=" + key + " ")
                .hasMessageContaining(said);
    }

    static NbiSettings settings(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("service.pid", "com.rjchronos.genieacs");
        return NbiSettings.of(Configs.of(GenieAcsGateway.Config.class, all), all);
    }
}
