package com.rjchronos.genieacs;

import com.rjchronos.api.Intake;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.acs.AcsPace;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepQuestion;
import com.rjchronos.model.sweep.SweepReport;
import com.rjchronos.port.AcsCommands;
import com.rjchronos.port.AcsDevices;
import com.rjchronos.port.AcsFaults;
import com.rjchronos.port.AcsFiles;
import com.rjchronos.port.AcsFleet;
import com.rjchronos.port.AcsGateway;
import com.rjchronos.port.AcsSetup;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Speaks the GenieACS northbound interface. The only component that knows where it is. */
@Component(
        immediate = true,
        configurationPid = "com.rjchronos.genieacs",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GenieAcsGateway.Config.class, factory = true)
public final class GenieAcsGateway implements AcsGateway {

    @ObjectClassDefinition(name = "GenieACS northbound interface")
    public @interface Config {
        @AttributeDefinition(description = "Name of this ACS; empty: the part after the dash in the file's name")
        String name() default "";

        @AttributeDefinition(description = "Root of the NBI")
        String baseUrl() default "http://127.0.0.1:7557";

        @AttributeDefinition(description = "Seconds to wait for a connection", min = "1", max = "120")
        int connectTimeoutSeconds() default 5;

        @AttributeDefinition(
                description = "Seconds to wait for the first byte of an answer, and between two bytes of it",
                min = "1",
                max = "600")
        int responseTimeoutSeconds() default 30;

        @AttributeDefinition(
                description = "Seconds that one answer to a sweep, or one upload, may take in all",
                min = "1",
                max = "86400")
        int totalTimeoutSeconds() default 900;

        @AttributeDefinition(description = "Only devices that carry this tag in GenieACS are ours; empty: all")
        String scopeTag() default "";

        @AttributeDefinition(description = "Only devices that match this NBI query (JSON) are ours; empty: all")
        String scopeQuery() default "";

        @AttributeDefinition(description = "Devices handed over at once", min = "1", max = "5000")
        int batchSize() default 500;

        @AttributeDefinition(description = "A device document larger than this is rejected", min = "16", max = "65536")
        int maxDocumentKb() default 1024;

        @AttributeDefinition(description = "User for a reverse proxy before the NBI; empty: none")
        String username() default "";

        @AttributeDefinition(description = "File that holds the user's password")
        String passwordFile() default "";

        @AttributeDefinition(description = "File that holds a bearer token for a reverse proxy; excludes username")
        String tokenFile() default "";

        @AttributeDefinition(
                description = "Certificates that TLS trusts, PEM or PKCS #12; empty: those that the JVM trusts")
        String trustStoreFile() default "";

        @AttributeDefinition(description = "File that holds the password of a PKCS #12 trust store")
        String trustStorePasswordFile() default "";

        @AttributeDefinition(description = "Connection requests under way at once", min = "1", max = "100")
        int maxKnocks() default 32;

        @AttributeDefinition(description = "Other commands under way at once", min = "1", max = "100")
        int maxCommands() default 16;

        @AttributeDefinition(description = "Reads under way at once, beside sweeps", min = "1", max = "100")
        int maxReads() default 8;

        @AttributeDefinition(
                description = "Seconds that a connection request may take, with the device's session",
                min = "5",
                max = "600")
        int knockTimeoutSeconds() default 220;

        @AttributeDefinition(
                description = "Seconds that a call waits for its turn before it is refused as busy",
                min = "0",
                max = "60")
        int busySeconds() default 5;

        @AttributeDefinition(
                description = "It answers late if that takes so many times what is usual for it",
                min = "2",
                max = "100")
        int lateFactor() default 4;

        @AttributeDefinition(
                description = "Milliseconds that are never late, whatever is usual",
                min = "10",
                max = "60000")
        int lateMillis() default 1_000;

        @AttributeDefinition(description = "Leave this ACS alone: no sweeps, no commands")
        boolean maintenance() default false;
    }

    private final NbiSettings settings;
    private final Contact contact;
    private final Pace pace;
    private final Nbi nbi;
    private final Calls calls;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Activate
    public GenieAcsGateway(
            @Reference Intake intake, BundleContext bundle, Config config, Map<String, Object> properties) {
        this(NbiSettings.of(config, properties), intake, new OsgiDefaultCamelContext(bundle), Clock.systemUTC());
    }

    GenieAcsGateway(NbiSettings settings, Intake intake, CamelContext camel, Clock clock) {
        this.settings = settings;
        this.contact = new Contact(settings, clock);
        this.calls = new Calls(settings, contact);
        this.pace = new Pace(settings);
        this.nbi = new Nbi(settings, intake, contact, pace, camel);
    }

    /** Cuts the sweep under way, takes the routes away, and gives commands under way some seconds. */
    @Deactivate
    void leave() {
        calls.leave();
        nbi.close();
        calls.close();
    }

    @Override
    public AcsId acs() {
        return settings.acs();
    }

    @Override
    public AcsHealth health() {
        return contact.health();
    }

    @Override
    public AcsPace pace() {
        return pace.now();
    }

    @Override
    public SweepReport sweep(SweepId sweep, SweepQuestion question) {
        if (settings.maintenance()) {
            return SweepReport.broken(Optional.empty(), contact.health().detail());
        }
        if (!oneAtATime.tryLock()) {
            return SweepReport.broken(Optional.empty(), "Another sweep of " + settings.acs() + " is under way.");
        }
        try {
            List<String> queries = NbiQuery.of(question, settings.scope());
            Optional<SweepReport> first = Optional.empty();
            for (String query : queries) {
                SweepReport report = nbi.ask(sweep, question.projection(), query);
                if (report.brokenBecause().isPresent()) {
                    return report;
                }
                first = first.or(() -> Optional.of(report));
            }
            return first.orElseThrow();
        } catch (IllegalArgumentException e) {
            return SweepReport.broken(Optional.empty(), e.getMessage());
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public AcsCommands commands() {
        return calls.commands();
    }

    @Override
    public AcsDevices devices() {
        return calls.devices();
    }

    @Override
    public AcsFleet fleet() {
        return calls.fleet();
    }

    @Override
    public AcsFaults faults() {
        return calls.faults();
    }

    @Override
    public AcsSetup setup() {
        return calls.setup();
    }

    @Override
    public AcsFiles files() {
        return calls.files();
    }
}
