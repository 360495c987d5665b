package com.rjchronos.inventory.acs;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.connector.Verdict;
import com.rjchronos.model.acs.AcsCensus;
import com.rjchronos.model.acs.AcsFinding;
import com.rjchronos.model.acs.AcsHealth;
import com.rjchronos.model.acs.AcsSetupDiff;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.port.AcsGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Looks one ACS over, a question at a time, and changes nothing there. */
final class Checkup {
    /** Whoever informed within this is alive: Informs come every day at the least. */
    private static final Duration LATELY = Duration.ofDays(1);

    /** Devices' documents are read to see how old their values are; so few are no load. */
    static final int SAMPLE = 50;

    /** Twice the hour after which the refresh asks again: an Inform comes in between. */
    private static final Duration FRESH = Duration.ofHours(2);

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final AcsGateway gateway;
    private final ConnectorDesk desk;
    private final Clock clock;
    private final Supplier<AcsSetupDiff> setup;
    private final List<AcsFinding> findings = new ArrayList<>();

    Checkup(AcsGateway gateway, ConnectorDesk desk, Clock clock, Supplier<AcsSetupDiff> setup) {
        this.gateway = gateway;
        this.desk = desk;
        this.clock = clock;
        this.setup = setup;
    }

    List<AcsFinding> findings() {
        Instant now = clock.instant();
        AcsCensus census;
        try {
            census = gateway.fleet().census(now.minus(LATELY));
        } catch (ProblemException e) {
            findings.add(AcsFinding.error("reachable", e.problem().detail()));
            return findings;
        }
        AcsHealth health = gateway.health();
        String version = health.version().map(v -> " Version " + v + ".").orElse("");
        findings.add(AcsFinding.ok("reachable", health.detail() + version));
        devices(census);
        census.acsTime().ifPresent(acsTime -> clocks(acsTime, now));
        look("presets", this::presets);
        look("setup", this::setup);
        look("optical values", () -> optics(now));
        look("faults", this::faults);
        return findings;
    }

    private void look(String about, Runnable question) {
        try {
            question.run();
        } catch (ProblemException e) {
            findings.add(AcsFinding.warning(
                    about, "This could not be looked at: " + e.problem().detail()));
        }
    }

    private void devices(AcsCensus census) {
        String sentence =
                census.devices() + " devices in scope, of which " + census.informed() + " informed within a day.";
        findings.add(
                census.informed() > 0
                        ? AcsFinding.ok("devices", sentence)
                        : AcsFinding.warning(
                                "devices", sentence + " Check the scope, and that devices reach the ACS."));
    }

    private void clocks(Instant acsTime, Instant now) {
        Duration skew = Duration.between(now, acsTime);
        String sentence = "The ACS's clock is " + skew.abs().toSeconds() + " s "
                + (skew.isNegative() ? "behind" : "ahead of") + " ours.";
        findings.add(
                skew.abs().compareTo(SKEW) <= 0
                        ? AcsFinding.ok("clock", sentence)
                        : AcsFinding.warning("clock", sentence + " Let both follow the same NTP server."));
    }

    private void presets() {
        int before = findings.size();
        gateway.setup()
                .fatalPresets()
                .forEach((name, violations) -> violations.forEach(v -> findings.add(AcsFinding.error(
                        "presets",
                        "Preset " + name + " keeps every device from connecting: " + v.field() + " " + v.reason()
                                + "."))));
        if (findings.size() == before) {
            findings.add(AcsFinding.ok("presets", "No preset is known to keep devices from connecting."));
        }
    }

    private void setup() {
        AcsSetupDiff diff = setup.get();
        findings.add(
                diff.nothingToDo()
                        ? AcsFinding.ok("setup", "What keeps values fresh is there and current.")
                        : AcsFinding.warning(
                                "setup",
                                diff.changes().stream().allMatch(c -> c.before().isEmpty())
                                        ? "What keeps values fresh is not there: chronos:acs-setup shows it."
                                        : "What keeps values fresh is not current: chronos:acs-setup shows the difference."));
    }

    private void optics(Instant now) {
        List<DeviceDocument> documents = gateway.fleet().sample(desk.projection(), now.minus(LATELY), SAMPLE);
        List<Instant> read = desk.read(documents, id -> Optional.empty()).stream()
                .flatMap(v -> v instanceof Verdict.Read r ? r.reading().optical().measuredAt().stream() : null)
                .toList();
        Optional<Instant> oldest = read.stream().min(Instant::compareTo);
        long stale = read.stream().filter(at -> at.isBefore(now.minus(FRESH))).count();
        String sentence = "Of " + documents.size() + " devices sampled " + read.size() + " have optical values"
                + oldest.map(o ->
                                ", the oldest read " + Duration.between(o, now).toMinutes() + " minutes ago, " + stale
                                        + " more than " + FRESH.toHours() + " hours ago")
                        .orElse("")
                + ".";
        boolean fresh = stale == 0 && (documents.isEmpty() || !read.isEmpty());
        findings.add(
                fresh ? AcsFinding.ok("optical values", sentence) : AcsFinding.warning("optical values", sentence));
    }

    private void faults() {
        AtomicLong ours = new AtomicLong();
        long all = gateway.faults().sweep(Optional.empty(), fault -> {
            if (fault.channel().equals(Refresh.NAME)) {
                ours.incrementAndGet();
            }
        });
        String sentence = all + " faults, of which " + ours + " met the refresh of values.";
        findings.add(ours.get() == 0 ? AcsFinding.ok("faults", sentence) : AcsFinding.warning("faults", sentence));
    }
}
