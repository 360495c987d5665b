package com.rjchronos.access.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}, base 64 without padding
 * (https://github.com/P-H-C/phc-string-format).
 */
final class PasswordHash {
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    PasswordHash(Argon2Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt.clone();
        this.hash = hash.clone();
    }

    /** Empty for text that is no Argon2id hash. */
    static Optional<PasswordHash> parse(String phc) {
        Matcher m = PHC.matcher(phc);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Cost cost = new Argon2Cost(number(m, 1), number(m, 2), number(m, 3));
            return Optional.of(new PasswordHash(cost, bytes(m, 4), bytes(m, 5)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static byte[] bytes(Matcher m, int group) {
        return Base64.getDecoder().decode(m.group(group));
    }
}
