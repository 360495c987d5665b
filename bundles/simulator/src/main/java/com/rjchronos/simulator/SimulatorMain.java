package com.rjchronos.simulator;

import com.rjchronos.simulator.json.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The simulator as a program: {@code java -jar com.rjchronos.simulator-….jar --port 7557 --devices 500 --seed 1}. */
public final class SimulatorMain {
    private static final String USAGE =
            "usage: java -jar com.rjchronos.simulator.jar [--port N] [--host ADDRESS] [--devices N]"
                    + " [--seed N] [--pace DEVICES/S] [--time-scale X] [--frozen] [--crash-delay-ms N]";

    private SimulatorMain() {}

    /** Prints one line of JSON when it is ready, and runs until it is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("org.eclipse.jetty.util.log.announce", "false");
        System.setProperty("org.eclipse.jetty.LEVEL", "WARN");
        SimulatorSettings settings;
        try {
            settings = SimulatorSettings.from(options(arguments), "command line");
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stopped, closed), "simulator-stop"));
        try (NbiLookalike simulator = new NbiLookalike(settings, Clock.systemUTC(), Optional.of(stopped::countDown))) {
            simulator.start();
            Map<String, Object> ready = new LinkedHashMap<>();
            ready.put("url", simulator.url().toString());
            ready.put("devices", (long) simulator.fleet().devices().length);
            System.out.println(Json.text(ready));
            System.out.flush();
            stopped.await();
        } catch (IOException e) {
            System.err.println("The simulator cannot listen on " + settings.host() + ":" + settings.port() + ": "
                    + e.getMessage());
            closed.countDown();
            System.exit(1);
        }
        closed.countDown();
    }

    /** SIGTERM: says stop, and holds the JVM until everything is closed. */
    private static void await(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Turns {@code --crash-delay-ms 5} into {@code crashDelayMs = 5}; {@code --frozen} alone means true. */
    static Map<String, String> options(String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("command line: " + arguments[i] + ": must be an option");
            }
            String key = camelCase(arguments[i].substring(2));
            boolean alone = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
            if (alone && !key.equals("frozen")) {
                throw new IllegalArgumentException("command line: " + arguments[i] + ": needs a value");
            }
            options.put(key, alone ? "true" : arguments[++i]);
        }
        return options;
    }

    private static String camelCase(String kebab) {
        StringBuilder out = new StringBuilder();
        for (String word : kebab.split("-")) {
            out.append(
                    out.isEmpty() || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }
}
