package com.rjchronos.postgresql;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs the server until it is killed. */
final class CrashingAppliance {
    private CrashingAppliance() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres appliance = new EmbeddedPostgres(Workplace.SETTINGS, Path.of(arguments[0]));
        Workplace.execute(appliance, "CREATE TABLE answered AS SELECT 42 AS n");
        System.out.println("ready");
        new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        appliance.stop();
    }

    /** Starts such a JVM, lets it create and commit a table, and kills it by SIGKILL; its server runs on. */
    static void runAndKill(Workplace place) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingAppliance.class.getName(),
                        place.data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (java.io.BufferedReader output = jvm.inputReader()) {
            if (!"ready".equals(output.readLine())) {
                throw new AssertionError("the appliance to be killed did not start");
            }
        } finally {
            jvm.destroyForcibly();
            jvm.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
