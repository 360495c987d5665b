package com.rjchronos.inventory.trial;

import com.rjchronos.spi.VendorConnector;
import com.rjchronos.spi.draft.ConnectorDraft;
import com.rjchronos.spi.draft.DraftSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a connector of a bundle, or of the one in a KAR, without installing it: in a class loader that nobody else has. Its code runs with our rights,
 * so whoever might not be installed is not tried either.
 */
final class BundleDrafts implements DraftSource {
    private final Function<Path, Optional<String>> trust;
    private final Duration budget;

    /**
     * With a judge.
     *
     * @param trust why a jar might not be installed; empty if it might
     * @param budget for the making of one
     */
    BundleDrafts(Function<Path, Optional<String>> trust, Duration budget) {
        this.trust = trust;
        this.budget = budget;
    }

    @Override
    public boolean takes(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") || name.endsWith(".kar");
    }

    @Override
    public ConnectorDraft draft(Path file) throws IOException {
        Path folder =
                Files.createTempDirectory("chronos-try"); // what is judged is what runs, whatever becomes of the file
        try {
            List<DraftJar> speaking = new ArrayList<>();
            for (Path jar : DraftJar.unpacked(file, folder)) {
                DraftJar draft = DraftJar.of(jar);
                if (draft.components().stream().anyMatch(DraftComponent::speaks)) {
                    trust.apply(jar).ifPresent(reason -> {
                        throw new IllegalArgumentException("it is not trusted: " + reason);
                    });
                    speaking.add(draft);
                }
            }
            if (speaking.size() != 1) {
                throw new IllegalArgumentException(
                        "it must hold one bundle with a connector but held " + speaking.size());
            }
            return draft(speaking.get(0));
        } finally {
            remove(folder);
        }
    }

    private ConnectorDraft draft(DraftJar jar) {
        List<DraftComponent> speaking =
                jar.components().stream().filter(DraftComponent::speaks).toList();
        if (speaking.size() != 1) {
            throw new IllegalArgumentException("its bundle must hold one connector but held " + speaking.size());
        }
        DraftComponent component = speaking.get(0);
        Map<String, Object> properties = new HashMap<>(component.properties());
        properties.putIfAbsent(
                "chronos.connector", jar.name().substring(jar.name().lastIndexOf('.') + 1));
        properties.putIfAbsent("chronos.version", jar.version());
        return new ConnectorDraft(properties, made(component.implementation(), new DraftLoader(jar.entries())));
    }

    /** On a thread that can be left behind: the class may do anything when it is loaded. */
    private VendorConnector made(String name, DraftLoader loader) {
        FutureTask<VendorConnector> making = new FutureTask<>(
                () -> (VendorConnector) loader.loadClass(name).getConstructor().newInstance());
        Thread thread = new Thread(making, "connector-try");
        thread.setDaemon(true);
        thread.start();
        try {
            return making.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause();
            Throwable why = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
            throw new IllegalArgumentException("its class " + name + " cannot be made: " + why, e);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException(
                    "its class " + name + " cannot be made within " + budget.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("it was interrupted", e);
        } finally {
            thread.interrupt();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
