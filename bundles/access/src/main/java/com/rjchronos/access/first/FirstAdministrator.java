package com.rjchronos.access.first;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.rjchronos.access.password.Argon2Passwords;
import com.rjchronos.access.secret.SecretFile;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Role;
import com.rjchronos.port.AccountStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first administrator when there is no account, and leaves his password in {@code first-admin.json}.
 *
 * <p>The password is on disk, as {@code first-admin.json.pending}, before the row exists, and is written under its final name
 * after: a crash between loses nothing, and a house that has accounts never sees its file overwritten. Another activation may
 * be at work at the same time, and its pending file may stand in the place of ours: what counts is whose row was made.
 */
public final class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    /** Without the letters and digits that people mistake for each other: 5.8 bits each, 139 bits in all. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 24;

    private final String email;
    private final SecretFile file;
    private final SecretFile pending;
    private final AccountStore store;
    private final Argon2Passwords passwords;
    private final Clock clock;
    private final SecureRandom random;

    FirstAdministrator(
            String email,
            Path secrets,
            AccountStore store,
            Argon2Passwords passwords,
            Clock clock,
            SecureRandom random) {
        this.email = email;
        this.file = new SecretFile(secrets.resolve("first-admin.json"));
        this.pending = new SecretFile(secrets.resolve("first-admin.json.pending"));
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        this.random = random;
    }

    /** Works in the background until it is done; close the answer to give up. */
    public static Undertaking start(
            String email,
            Path secrets,
            AccountStore store,
            Argon2Passwords passwords,
            Clock clock,
            SecureRandom random) {
        FirstAdministrator first = new FirstAdministrator(email, secrets, store, passwords, clock, random);
        return new UntilDone("chronos-first-administrator", first::ensure);
    }

    /** Throws {@code UNAVAILABLE} if the store is away; may be called again. */
    void ensure() {
        Optional<Credential> known = store.findByEmail(email);
        if (known.isPresent()) {
            pending.read().ifPresent(content -> finish(content, known.get()));
            return;
        }
        String password = password();
        String content = JSONObjectUtils.toJSONString(Map.of("user", email, "password", password));
        pending.write(content);
        Caller caller = Caller.system("first start", Origin.SYSTEM);
        AuditEntry entry = AuditEntry.info(
                caller, "account.created", "The first administrator was made.", Map.of("account", email));
        boolean made =
                store.createFirst(email, "Administrator", Role.ADMIN, passwords.hash(password), entry, clock.instant());
        if (made) {
            file.write(content);
            LOG.info(
                    "The first administrator was made; the password is in the file. user={} file={}",
                    email,
                    file.path());
        }
        if (pending.read().filter(content::equals).isPresent()) {
            pending.delete();
        }
    }

    /** A crash came between the row and the file's name. */
    private void finish(String content, Credential known) {
        if (passwords.matches(passwordIn(content), known.passwordHash())) {
            pending.moveTo(file);
            LOG.info("The first administrator's password is in the file. user={} file={}", email, file.path());
        } else {
            pending.delete();
        }
    }

    private static String passwordIn(String content) {
        try {
            return String.valueOf(JSONObjectUtils.parse(content).get("password"));
        } catch (ParseException e) {
            return "";
        }
    }

    private String password() {
        return random.ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
