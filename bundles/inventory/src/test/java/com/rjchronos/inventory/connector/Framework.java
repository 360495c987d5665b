package com.rjchronos.inventory.connector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.FrameworkWiring;

/** The appliance's framework, running in this JVM, and jars for it that hold nothing but a manifest. */
final class Framework implements AutoCloseable {
    private final org.osgi.framework.launch.Framework felix;

    Framework(Path cache) throws BundleException {
        felix = new org.apache.felix.framework.FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", cache.toString(),
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "felix.log.level", "1"));
        felix.start();
    }

    BundleContext context() {
        return felix.getBundleContext();
    }

    void resolve(Bundle bundle) {
        felix.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
    }

    void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        felix.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), listener);
        if (!done.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the framework does not refresh");
        }
    }

    void await(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come to pass");
            }
            Thread.onSpinWait();
        }
    }

    static Path jar(Path file, String name, String headers) throws IOException {
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name
                + "\nBundle-Version: 1.0.0\n" + headers;
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(
                        out, new Manifest(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))))) {
            jar.putNextEntry(new ZipEntry(name.replace('.', '/') + "/readme.txt"));
            jar.write(name.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return file;
    }

    @Override
    public void close() {
        try {
            felix.stop();
            felix.waitForStop(20_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
