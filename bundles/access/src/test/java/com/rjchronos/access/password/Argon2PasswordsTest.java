package com.rjchronos.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {
    /** From test.c of the reference implementation (P-H-C/phc-winner-argon2). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Argon2Passwords passwords = new Argon2Passwords(new Argon2Cost(64, 1, 1), new SecureRandom());

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(passwords.matches("password", REFERENCE)).isTrue();
        assertThat(passwords.matches("passwore", REFERENCE)).isFalse();
    }

    @Test
    void hashesEveryTimeWithAnotherSalt() {
        String one = passwords.hash("olá senha");
        String other = passwords.hash("olá senha");

        assertThat(one).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(other);
        assertThat(passwords.matches("olá senha", one)).isTrue();
        assertThat(passwords.matches("olá senha", other)).isTrue();
    }

    @Test
    void takesAccentsHoweverTheKeyboardComposesThem() {
        assertThat(passwords.matches("ole\u0301", passwords.hash("ol\u00e9"))).isTrue();
    }

    @Test
    void refusesAPasswordLongerThanAnybodyTypes() {
        assertThat(passwords.matches("x".repeat(1025), passwords.hash(""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2b$12$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$"
            })
    void matchesNothingAgainstAHashItCannotRead(String hash) {
        assertThat(passwords.matches("secret", hash)).isFalse();
    }
}
