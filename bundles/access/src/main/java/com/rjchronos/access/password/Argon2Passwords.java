package com.rjchronos.access.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and proves passwords by Argon2id (RFC 9106). One call takes tens of milliseconds and its cost in memory. */
public final class Argon2Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MAX_PASSWORD = 1024;

    private final Argon2Cost cost;
    private final SecureRandom random;

    public Argon2Passwords(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    /** A new hash in PHC string format, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(cost, salt, derive(password, cost, salt, HASH_BYTES)).phc();
    }

    /** Whether the password is the one behind the hash; false, after the same work, for a hash that cannot be read. */
    public boolean matches(String password, String phc) {
        Optional<PasswordHash> known = PasswordHash.parse(phc);
        if (known.isEmpty()) {
            return matchesNothing(password);
        }
        byte[] expected = known.get().hash();
        byte[] derived = derive(password, known.get().cost(), known.get().salt(), expected.length);
        return password.length() <= MAX_PASSWORD && MessageDigest.isEqual(expected, derived);
    }

    /** The work of {@link #matches} where there is no hash, so that an unknown account takes as long as a known one. */
    public boolean matchesNothing(String password) {
        derive(password, cost, new byte[SALT_BYTES], HASH_BYTES);
        return false;
    }

    private static byte[] derive(String password, Argon2Cost cost, byte[] salt, int length) {
        String bounded = password.length() > MAX_PASSWORD ? "" : password;
        byte[] bytes = Normalizer.normalize(bounded, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] derived = new byte[length];
        argon2.generateBytes(bytes, derived);
        Arrays.fill(bytes, (byte) 0);
        return derived;
    }
}
