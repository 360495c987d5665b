package com.rjchronos.access;

import com.rjchronos.access.password.Argon2Cost;
import com.rjchronos.model.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The validated settings of access.
 *
 * @param firstAdminEmail of the administrator made when there is no account
 * @param tokenLifetime of every token
 * @param cost of a new password hash
 * @param signInWait how long a sign-in waits for its turn
 */
record AccessSettings(String firstAdminEmail, Duration tokenLifetime, Argon2Cost cost, Duration signInWait) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s\"\\\\@]{1,64}@[^\\s\"\\\\@]{1,190}");

    static AccessSettings from(AccessConfig config, Map<String, Object> properties) {
        Settings settings = Settings.of(properties, AccessConfig.class);
        String email = settings.require(
                "firstAdminEmail",
                config.firstAdminEmail(),
                e -> EMAIL.matcher(e).matches(),
                "must be an e-mail address");
        Argon2Cost cost = new Argon2Cost(
                settings.within("argonMemoryKib", config.argonMemoryKib(), 7168, 65536),
                settings.within("argonIterations", config.argonIterations(), 1, 10),
                settings.within("argonParallelism", config.argonParallelism(), 1, 4));
        int minutes = settings.within("tokenLifetimeMinutes", config.tokenLifetimeMinutes(), 1, 1440);
        int wait = settings.within("signInWaitSeconds", config.signInWaitSeconds(), 0, 10);
        return new AccessSettings(email, Duration.ofMinutes(minutes), cost, Duration.ofSeconds(wait));
    }
}
