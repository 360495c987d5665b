package com.rjchronos.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the key that opens the shell on this box: the private half in {@code secrets/shell-key} (0600), the public half in
 * {@code etc/keys.properties}, which Karaf reads at each log-in. Needs no database.
 */
@Component(service = ShellKey.class, immediate = true)
public final class ShellKey {
    private static final Logger LOG = LoggerFactory.getLogger(ShellKey.class);
    static final String USER = "chronos";
    private static final int BITS = 3072;

    @Activate
    public ShellKey(BundleContext bundles) throws IOException, GeneralSecurityException {
        this(
                Path.of(bundles.getProperty("chronos.data"), "secrets", "shell-key"),
                Path.of(bundles.getProperty("karaf.etc"), "keys.properties"));
    }

    ShellKey(Path privateKey, Path publicKeys) throws IOException, GeneralSecurityException {
        if (!Files.exists(privateKey)) {
            write(privateKey);
            LOG.info("Made the key that opens the shell. file={}", privateKey);
        }
        admit(publicKeys, publicLine(read(privateKey)));
    }

    private static void write(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, pem, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static PrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    /** The line of keys.properties: user = base64 of the key in SSH wire format (RFC 4253, 6.6), and the group. */
    private static String publicLine(PrivateKey key) throws GeneralSecurityException {
        RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
        RSAPublicKey open = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        byte[] name = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
        byte[] exponent = open.getPublicExponent().toByteArray();
        byte[] modulus = open.getModulus().toByteArray();
        ByteBuffer wire = ByteBuffer.allocate(12 + name.length + exponent.length + modulus.length);
        for (byte[] part : List.of(name, exponent, modulus)) {
            wire.putInt(part.length).put(part);
        }
        return USER + " = " + Base64.getEncoder().encodeToString(wire.array()) + ",_g_:admingroup";
    }

    /** Puts our line in, and the group's roles; lines of other users stay. */
    private static void admit(Path file, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        if (lines.contains(line)) {
            return;
        }
        lines.removeIf(l -> l.startsWith(USER + " ") || l.startsWith("_g_\\:admingroup"));
        lines.add(line);
        lines.add("_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
