package com.rjchronos.benchmarks.tasks;

import com.rjchronos.model.acs.CommandOutcome;
import com.rjchronos.model.acs.Delivery;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.port.AcsCommands;
import com.rjchronos.simulator.NbiLookalike;
import com.rjchronos.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code ./chronos bench tasks [--quick]}: the gateway's commands beside a bare client, turn by turn, each against an ACS of its own. */
public final class TasksRun {
    private static final double TARGET = 0.8;
    private static final int DEVICES = 2_000;
    private static final int PACE = 4_300;
    static final List<String> PATHS = List.of("Device.DeviceInfo.SoftwareVersion");

    private TasksRun() {}

    /** Puts one task into the queue of a device. */
    interface Inserting {
        /** @throws IllegalStateException if the ACS did not queue it */
        void insert(String device, int number) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        boolean quick = List.of(arguments).contains("--quick");
        int tasks = quick ? 5_000 : 20_000;
        int turns = quick ? 3 : 7;
        double[] bare = new double[turns];
        double[] gateway = new double[turns];
        for (int turn = -1; turn < turns; turn++) { // the first warms up
            double other = bare(tasks);
            double ours = gateway(tasks);
            if (turn >= 0) {
                bare[turn] = other;
                gateway[turn] = ours;
            }
        }
        report(median(bare), median(gateway), tasks);
    }

    private static double bare(int tasks) throws Exception {
        try (NbiLookalike acs = acs()) {
            BareClient client = new BareClient(acs.url());
            return perSecond(acs, tasks, client::insert);
        }
    }

    private static double gateway(int tasks) throws Exception {
        try (NbiLookalike acs = acs();
                GatewayClient client = new GatewayClient(acs.url())) {
            AcsCommands commands = client.commands();
            return perSecond(acs, tasks, (device, number) -> {
                CommandOutcome outcome =
                        commands.insert(new AcsCall.Get(device, PATHS), Delivery.queued("bench:" + number));
                if (!(outcome instanceof CommandOutcome.Queued)) {
                    throw new IllegalStateException(device + ": " + outcome);
                }
            });
        }
    }

    private static NbiLookalike acs() throws Exception {
        SimulatorSettings defaults = SimulatorSettings.DEFAULTS;
        return new NbiLookalike(
                        new SimulatorSettings(
                                "127.0.0.1", 0, DEVICES, 1, PACE, defaults.timeScale(), true, defaults.crashDelayMs()),
                        Clock.systemUTC(),
                        Optional.empty())
                .start();
    }

    /** Tasks a second, from as many threads as the gateway has places for commands. */
    private static double perSecond(NbiLookalike acs, int tasks, Inserting inserting) throws Exception {
        List<String> devices =
                Stream.of(acs.fleet().devices()).map(device -> device.id()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(GatewayClient.AT_ONCE);
        try {
            long begun = System.nanoTime();
            List<Callable<Void>> shares = IntStream.range(0, GatewayClient.AT_ONCE)
                    .<Callable<Void>>mapToObj(share -> () -> {
                        for (int n = share; n < tasks; n += GatewayClient.AT_ONCE) {
                            inserting.insert(devices.get(n % devices.size()), n);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
            return tasks * 1e9 / (System.nanoTime() - begun);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void report(double bare, double gateway, int tasks) throws Exception {
        boolean reached = gateway / bare >= TARGET;
        System.out.printf(Locale.ROOT, "| bare client        | %,10.0f tasks/s |%n", bare);
        System.out.printf(Locale.ROOT, "| gateway            | %,10.0f tasks/s |%n", gateway);
        System.out.printf(
                Locale.ROOT,
                "| gateway ÷ bare     | %10.2f ×       | ≥ %.1f %s%n",
                gateway / bare,
                TARGET,
                reached ? "ok" : "MISSED");
        Path results = Files.createDirectories(
                Path.of(System.getProperty("chronos.root", ".")).resolve("benchmarks/results"));
        Path file = results.resolve(Instant.now().toString().replace(':', '-') + "-tasks.json");
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        "{\"at\":\"%s\",\"processors\":%d,\"tasks\":%d,\"bare\":%.1f,\"gateway\":%.1f,\"ratio\":%.4f,\"target\":\"≥ %.1f\",\"reached\":%s}%n",
                        Instant.now(),
                        Runtime.getRuntime().availableProcessors(),
                        tasks,
                        bare,
                        gateway,
                        gateway / bare,
                        TARGET,
                        reached));
        System.out.println("\nWritten to " + file);
    }
}
