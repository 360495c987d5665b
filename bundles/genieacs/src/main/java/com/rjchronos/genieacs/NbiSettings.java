package com.rjchronos.genieacs;

import com.rjchronos.genieacs.wire.Encoding;
import com.rjchronos.genieacs.wire.Kind;
import com.rjchronos.genieacs.wire.Limit;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Where one NBI is and how it is to be asked.
 *
 * @param acs the operator's name of it
 * @param baseUrl without a trailing slash
 * @param connectTimeout to reach it
 * @param responseTimeout until its first byte, and between two bytes
 * @param totalTimeout for one answer
 * @param scope a Mongo query that holds for every device of ours
 * @param scopeTag the tag that the scope is made of, if it is
 * @param batchSize documents handed over at once
 * @param maxDocumentBytes a larger document is rejected
 * @param authorization a header for a reverse proxy before it; secret
 * @param trust whom TLS trusts; empty: whom the JVM does
 * @param limits what each kind of calls is allowed
 * @param patience how long a call waits for its turn
 * @param lateFactor so many times what is usual is late
 * @param lateFloor what is never late
 * @param maintenance whether the ACS is to be left alone
 */
record NbiSettings(
        AcsId acs,
        String baseUrl,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        Optional<String> scope,
        Optional<String> scopeTag,
        int batchSize,
        int maxDocumentBytes,
        Optional<String> authorization,
        Optional<SSLContext> trust,
        Map<Kind, Limit> limits,
        Duration patience,
        int lateFactor,
        Duration lateFloor,
        boolean maintenance) {
    private static final Pattern INSTANCE = Pattern.compile("[~-](.+?)([.]cfg)?");
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final String NO_TOKEN = "must hold a bearer token and nothing else";
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}_.:@ -]{1,100}");

    static NbiSettings of(GenieAcsGateway.Config config, Map<String, Object> properties) {
        Settings settings = Settings.of(properties, GenieAcsGateway.Config.class);
        return new NbiSettings(
                acs(settings, config.name()),
                baseUrl(settings, config.baseUrl()),
                Duration.ofSeconds(settings.within("connectTimeoutSeconds", config.connectTimeoutSeconds(), 1, 120)),
                Duration.ofSeconds(settings.within("responseTimeoutSeconds", config.responseTimeoutSeconds(), 1, 600)),
                Duration.ofSeconds(settings.within("totalTimeoutSeconds", config.totalTimeoutSeconds(), 1, 86_400)),
                scope(settings, config),
                Optional.of(config.scopeTag().trim()).filter(t -> !t.isEmpty()),
                settings.within("batchSize", config.batchSize(), 1, 5_000),
                settings.within("maxDocumentKb", config.maxDocumentKb(), 16, 65_536) * 1024,
                authorization(settings, config),
                trust(settings, config),
                limits(settings, config),
                Duration.ofSeconds(settings.within("busySeconds", config.busySeconds(), 0, 60)),
                settings.within("lateFactor", config.lateFactor(), 2, 100),
                Duration.ofMillis(settings.within("lateMillis", config.lateMillis(), 10, 60_000)),
                config.maintenance());
    }

    private static Map<Kind, Limit> limits(Settings settings, GenieAcsGateway.Config config) {
        Duration silence = Duration.ofSeconds(config.responseTimeoutSeconds());
        Duration knock =
                Duration.ofSeconds(settings.within("knockTimeoutSeconds", config.knockTimeoutSeconds(), 5, 600));
        Duration upload = Duration.ofSeconds(config.totalTimeoutSeconds());
        return Map.of(
                Kind.READ,
                        new Limit(
                                settings.within("maxReads", config.maxReads(), 1, 100),
                                silence,
                                silence.multipliedBy(2)),
                Kind.COMMAND,
                        new Limit(
                                settings.within("maxCommands", config.maxCommands(), 1, 100),
                                silence,
                                silence.multipliedBy(2)),
                Kind.KNOCK, new Limit(settings.within("maxKnocks", config.maxKnocks(), 1, 100), knock, knock),
                Kind.UPLOAD, new Limit(1, silence, upload));
    }

    /** The name in the file, else the part of the file's name after the dash. */
    private static AcsId acs(Settings settings, String name) {
        String candidate = name.isBlank() ? instance(settings) : name.trim();
        settings.require(
                "name",
                candidate,
                n -> n.matches("[a-z0-9][a-z0-9_-]{0,39}"),
                "must match [a-z0-9][a-z0-9_-]{0,39}; by default it is the file name's part after the dash");
        return new AcsId(candidate);
    }

    private static String instance(Settings settings) {
        Object factory = settings.properties().get("service.factoryPid");
        String prefix = factory == null ? "com.rjchronos.genieacs" : factory.toString();
        String file = settings.file().substring(settings.file().lastIndexOf('/') + 1);
        String rest = file.startsWith(prefix) ? file.substring(prefix.length()) : file;
        Matcher instance = INSTANCE.matcher(rest);
        return instance.matches() ? instance.group(1) : "";
    }

    private static String baseUrl(Settings settings, String given) {
        String trimmed = given.trim().replaceAll("/+$", "");
        return settings.require(
                "baseUrl",
                withoutUser(trimmed), // a refusal is logged
                url -> isRoot(trimmed),
                "must be an http or https URL of a host, without user, query or fragment, with a port of 1..65535 if any,"
                        + " e.g. http://127.0.0.1:7557");
    }

    private static String withoutUser(String url) {
        return isRoot(url) ? url : url.replaceFirst(".*@", "***@");
    }

    private static boolean isRoot(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> scope(Settings settings, GenieAcsGateway.Config config) {
        String tag = config.scopeTag().trim();
        String query = config.scopeQuery().trim();
        settings.require("scopeTag", tag, t -> t.isEmpty() || query.isEmpty(), "excludes scopeQuery");
        if (!tag.isEmpty()) {
            // the NBI would take * and /…/ for patterns
            settings.require("scopeTag", tag, t -> TAG.matcher(t).matches(), "must match " + TAG);
            return Optional.of("{\"_tags\":" + Encoding.quoted(tag) + "}");
        }
        if (query.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> complaint = ScopeQuery.complaint(query);
        settings.require("scopeQuery", query, q -> complaint.isEmpty(), complaint.orElse(""));
        return Optional.of(query);
    }

    private static Optional<String> authorization(Settings settings, GenieAcsGateway.Config config) {
        String user = config.username().trim();
        String file = config.passwordFile().trim();
        String token = config.tokenFile().trim();
        if (!token.isEmpty()) {
            settings.require(
                    "tokenFile", token, t -> user.isEmpty() && file.isEmpty(), "excludes username and passwordFile");
            String bearer = content(settings, "tokenFile", token);
            settings.require(
                    "tokenFile", token, t -> BEARER.matcher(bearer).matches(), NO_TOKEN); // names the file only
            return Optional.of("Bearer " + bearer);
        }
        if (user.isEmpty() && file.isEmpty()) {
            return Optional.empty();
        }
        settings.require("username", user, u -> !u.isEmpty() && !u.contains(":"), "must not be empty nor hold a colon");
        byte[] pair = (user + ":" + content(settings, "passwordFile", file)).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static String content(Settings settings, String key, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            return settings.require(key, file, f -> false, "must be a readable text file");
        }
    }

    private static Optional<SSLContext> trust(Settings settings, GenieAcsGateway.Config config) {
        String file = config.trustStoreFile().trim();
        String passwordFile = config.trustStorePasswordFile().trim();
        settings.require(
                "trustStorePasswordFile", passwordFile, p -> p.isEmpty() || !file.isEmpty(), "needs trustStoreFile");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        settings.require(
                "trustStoreFile", file, f -> config.baseUrl().trim().startsWith("https:"), "needs an https baseUrl");
        String password = passwordFile.isEmpty() ? "" : content(settings, "trustStorePasswordFile", passwordFile);
        try {
            return Optional.of(TrustStore.context(Path.of(file), password));
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            settings.require(
                    "trustStoreFile", file, f -> false, "must be certificates in PEM or PKCS #12: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "NbiSettings[" + acs + ", " + baseUrl + "]";
    }
}
