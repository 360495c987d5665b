package com.rjchronos.genieacs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a TLS context that trusts the certificates of one file, and no other. */
final class TrustStore {
    private static final byte[] PEM = "-----BEGIN".getBytes(StandardCharsets.US_ASCII);

    private TrustStore() {}

    /**
     * Reads a PEM file of one or more certificates, or a PKCS #12 store.
     *
     * @param password of the store; a PEM file has none
     */
    static SSLContext context(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore trusted = isPem(file) ? pem(file) : KeyStore.getInstance(file.toFile(), password.toCharArray());
        if (trusted.size() == 0) {
            throw new GeneralSecurityException("it holds no certificate");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
        }
        return store;
    }

    private static boolean isPem(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(64 * 1024);
        }
        for (int i = 0; i + PEM.length <= beginning.length; i++) {
            if (Arrays.equals(beginning, i, i + PEM.length, PEM, 0, PEM.length)) {
                return true;
            }
        }
        return false;
    }
}
