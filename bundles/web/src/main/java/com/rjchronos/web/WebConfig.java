package com.rjchronos.web;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/com.rjchronos.web.cfg}. */
@ObjectClassDefinition(name = "Limits of HTTP requests")
public @interface WebConfig {

    @AttributeDefinition(
            description = "Largest request body in KiB; a larger one is refused",
            min = "16",
            max = "16384")
    int maxBodyKb() default 1024;

    @AttributeDefinition(description = "Seconds a request body may take to arrive, in all", min = "1", max = "300")
    int bodySeconds() default 10;

    @AttributeDefinition(
            description = "Milliseconds a request waits while the API is re-wired, before it is told to come back",
            min = "0",
            max = "5000")
    int holdMillis() default 2000;

    @AttributeDefinition(description = "Requests that wait at once; more are told to come back", min = "1", max = "150")
    int maxHeld() default 24;
}
