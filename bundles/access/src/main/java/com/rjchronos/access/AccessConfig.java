package com.rjchronos.access;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.rjchronos.access.cfg}. */
@ObjectClassDefinition(name = "Accounts, passwords and tokens")
public @interface AccessConfig {

    @AttributeDefinition(description = "E-mail of the administrator made when there is no account at all")
    String firstAdminEmail() default "admin@chronos.local";

    @AttributeDefinition(description = "Minutes a token is valid", min = "1", max = "1440")
    int tokenLifetimeMinutes() default 60;

    @AttributeDefinition(description = "Memory of one Argon2id hashing, in KiB", min = "7168", max = "65536")
    int argonMemoryKib() default 19456;

    @AttributeDefinition(description = "Passes of one Argon2id hashing", min = "1", max = "10")
    int argonIterations() default 2;

    @AttributeDefinition(description = "Lanes of one Argon2id hashing", min = "1", max = "4")
    int argonParallelism() default 1;

    @AttributeDefinition(
            description = "Seconds a sign-in waits for its turn before it is told to come back",
            min = "0",
            max = "10")
    int signInWaitSeconds() default 3;
}
