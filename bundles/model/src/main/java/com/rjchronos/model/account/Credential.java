package com.rjchronos.model.account;

/**
 * An account with what proves it; only {@code access} and its store see one.
 *
 * @param passwordHash Argon2id in PHC string format
 */
public record Credential(Account account, String passwordHash) {

    @Override
    public String toString() {
        return "Credential[" + account.email() + ", ***]";
    }
}
