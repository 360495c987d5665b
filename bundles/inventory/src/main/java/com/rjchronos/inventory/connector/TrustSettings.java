package com.rjchronos.inventory.connector;

import com.rjchronos.model.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.rjchronos.inventory.trust.cfg}: whose connectors may run. While it is refused, only what ships may. */
@Component(service = TrustSettings.class, configurationPid = "com.rjchronos.inventory.trust")
@Designate(ocd = TrustSettings.Config.class)
public final class TrustSettings {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    @ObjectClassDefinition(name = "Which connectors may run")
    public @interface Config {
        @AttributeDefinition(description = "any, hashes or signer: what a bundle must show that is not shipped")
        String connectorTrust() default "any";

        @AttributeDefinition(description = "SHA-256 of the jars that may run, with commas between")
        String connectorHashes() default "";

        @AttributeDefinition(description = "The certificate that signs jars: its file, or its SHA-256 fingerprint")
        String connectorSigner() default "";
    }

    private final Trust trust;

    @Activate
    public TrustSettings(Config config, Map<String, Object> properties) {
        this(trust(
                Settings.of(properties, Config.class),
                config.connectorTrust().strip(),
                config.connectorHashes(),
                config.connectorSigner().strip()));
    }

    TrustSettings(Trust trust) {
        this.trust = trust;
    }

    Trust trust() {
        return trust;
    }

    static Trust trust(Settings settings, String kind, String list, String signer) {
        settings.require(
                "connectorTrust", kind, Set.of("any", "hashes", "signer")::contains, "must be any, hashes or signer");
        Set<String> hashes = hashes(list);
        settings.require(
                "connectorHashes",
                list,
                l -> hashes.stream().allMatch(one -> SHA256.matcher(one).matches()),
                "must be SHA-256 digests of 64 hexadecimal digits, with commas between");
        Optional<String> fingerprint = fingerprint(signer);
        settings.require(
                "connectorSigner",
                signer,
                s -> fingerprint.isPresent() || s.isEmpty() && !kind.equals("signer"),
                "must be the file of a certificate, or its SHA-256 fingerprint");
        return switch (kind) {
            case "any" -> new Trust.Any();
            case "hashes" -> new Trust.Hashes(hashes);
            default -> new Trust.Signer(fingerprint.orElseThrow());
        };
    }

    private static Set<String> hashes(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a certificate in a file, or as it is written. */
    private static Optional<String> fingerprint(String signer) {
        String digits = signer.replace(":", "").toLowerCase(Locale.ROOT);
        if (SHA256.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        if (signer.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream file = Files.newInputStream(Path.of(signer))) {
            byte[] certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(file)
                    .getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (IOException | CertificateException | InvalidPathException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
