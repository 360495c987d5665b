package com.rjchronos.connectors.declared;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.model.settings.Settings;
import com.rjchronos.spi.VendorConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a connector in service for each file of a directory that declares one, and says which files are wrong. */
@Component(immediate = true, configurationPid = "com.rjchronos.connectors.declared")
@Designate(ocd = DeclaredConnectors.Config.class)
public final class DeclaredConnectors implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredConnectors.class);
    private static final int SECONDS_TO_END = 5;

    /** Where the files are. */
    @ObjectClassDefinition(name = "Connectors without Java")
    public @interface Config {
        @AttributeDefinition(description = "The directory of the files; relative to the data directory")
        String directory() default "etc/connectors";
    }

    private final Path directory;
    private final ConnectorFiles files;
    private final ScheduledExecutorService looks;

    @Activate
    public DeclaredConnectors(BundleContext bundle, Config config, Map<String, Object> properties) {
        this.directory = Path.of(
                        Optional.ofNullable(bundle.getProperty("karaf.base")).orElse(""))
                .resolve(directory(Settings.of(properties, Config.class), config));
        this.files = new ConnectorFiles(
                directory, Clock.systemUTC(), (file, text, declaration) -> registered(bundle, file, text, declaration));
        this.looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "connector-files");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        looks.execute(files::close); // on the thread that looks
        looks.shutdown();
        if (!looks.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("The directory of connector files does not answer. directory={}", directory);
        }
    }

    @Override
    public String name() {
        return "connector-files";
    }

    @Override
    public Health health() {
        ConnectorFiles.Findings found = files.findings();
        return found.complaints().isEmpty()
                ? Health.up("In service from " + directory + ": "
                        + (found.serving().isEmpty() ? "none" : String.join(", ", found.serving())) + ".")
                : Health.degraded(String.join(" ", found.complaints()));
    }

    private void look() {
        try {
            files.look();
        } catch (RuntimeException e) { // a bug of ours must not end the looking
            LOG.error("The directory of connector files could not be looked at. directory={}", directory, e);
        }
    }

    /** As the trail wants to name it: the file, and its text's SHA-256, for all files come in this one bundle. */
    private static Runnable registered(BundleContext bundle, Path file, String text, Declaration declaration) {
        Hashtable<String, Object> properties = declaration.properties();
        properties.put("chronos.location", file.toString());
        properties.put("chronos.sha256", sha256(text));
        ServiceRegistration<VendorConnector> registration =
                bundle.registerService(VendorConnector.class, declaration.connector(), properties);
        return registration::unregister;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Path directory(Settings settings, Config config) {
        String directory = settings.require(
                "directory",
                config.directory().trim(),
                DeclaredConnectors::isPath,
                "must be the path of a directory, absolute or relative to the data directory");
        return Path.of(directory);
    }

    private static boolean isPath(String text) {
        try {
            return !text.isEmpty() && Path.of(text).getNameCount() > 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
