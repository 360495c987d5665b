package com.rjchronos.simulator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be chosen, in the file or on the command line; the only place that knows the defaults. */
@ObjectClassDefinition(name = "GenieACS simulator")
public @interface SimulatorConfig {

    @AttributeDefinition(description = "Loopback address to listen on")
    String host() default "127.0.0.1";

    @AttributeDefinition(description = "Port to listen on; 0 for any free one", min = "0", max = "65535")
    int port() default 7557;

    @AttributeDefinition(description = "Devices at the start", min = "0", max = "200000")
    int devices() default 500;

    @AttributeDefinition(description = "The same seed at the same time makes the same fleet")
    long seed() default 1;

    @AttributeDefinition(
            description = "Devices per second of a listing; 0 for as fast as possible",
            min = "0",
            max = "1000000")
    int pace() default 0;

    @AttributeDefinition(
            description = "How many times faster than their interval devices inform; above 0, at most 10000")
    double timeScale() default 1;

    @AttributeDefinition(
            description = "Whether nothing happens by itself, but for the return of a device that a task has sent away")
    boolean frozen() default false;

    @AttributeDefinition(
            description = "Milliseconds from a crash to the reset of the connection",
            min = "0",
            max = "600000")
    int crashDelayMs() default 21_000;
}
