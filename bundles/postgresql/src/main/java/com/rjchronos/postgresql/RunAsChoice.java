package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the account once for a data directory, by trying, and remembers it there. */
final class RunAsChoice {
    private static final Logger LOG = LoggerFactory.getLogger(RunAsChoice.class);
    private static final Duration TRIAL = Duration.ofSeconds(10);

    private final Layout layout;
    private final StopSignal stop;

    RunAsChoice(Layout layout, StopSignal stop) {
        this.layout = layout;
        this.stop = stop;
    }

    /** Needs the unpacked binaries: a way that cannot run them is none. */
    RunAs choose() throws IOException, NoServerException, StopSignal.StoppedException {
        if (!Ownership.ofThisProcess().isRoot()) {
            return unprivileged();
        }
        Optional<RunAs> remembered = Files.exists(layout.runAs())
                ? RunAs.parse(Files.readString(layout.runAs()).strip())
                : Optional.empty();
        List<RunAs> ways = remembered.isPresent() ? List.of(remembered.get()) : ways();
        List<String> failures = new ArrayList<>();
        for (RunAs way : ways) {
            Command.Outcome outcome = tryOut(way);
            if (outcome.succeeded()) {
                remember(way);
                return way;
            }
            failures.add('"' + String.join(" ", way.prefix()) + "\" failed: " + outcome.output());
        }
        throw new NoServerException(advice(failures, remembered.isPresent()));
    }

    private RunAs unprivileged() throws IOException, NoServerException, StopSignal.StoppedException {
        RunAs same = RunAs.SameAccount.ofThisProcess();
        Command.Outcome outcome = tryOut(same);
        if (!outcome.succeeded()) {
            throw new NoServerException("PostgreSQL's programs do not run on this machine: " + outcome.output());
        }
        return same;
    }

    private List<RunAs> ways() throws IOException, StopSignal.StoppedException {
        Optional<Ownership> account = unprivilegedOwner();
        for (String name : List.of("postgres", "nobody")) {
            account = account.isPresent() ? account : account(name);
        }
        List<RunAs> ways = new ArrayList<>();
        account.map(RunAs.OtherAccount::new).ifPresent(ways::add);
        ways.add(new RunAs.UserNamespace());
        account.map(RunAs.EnteringAccount::new).ifPresent(ways::add);
        return ways;
    }

    private Optional<Ownership> unprivilegedOwner() throws IOException, StopSignal.StoppedException {
        for (Path path : List.of(layout.cluster(), layout.root())) {
            if (Files.exists(path) && !Ownership.of(path).isRoot()) {
                return account(Integer.toString(Ownership.of(path).uid())); // initdb refuses a user without a name
            }
        }
        return Optional.empty();
    }

    /** The account with this name or number, if the machine knows it. */
    Optional<Ownership> account(String nameOrUid) throws StopSignal.StoppedException {
        Command.Outcome outcome = new Command(List.of("getent", "passwd", nameOrUid), layout.root()).run(TRIAL, stop);
        String[] fields = outcome.output().split(":");
        return outcome.succeeded() && fields.length > 3
                ? Optional.of(new Ownership(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                : Optional.empty();
    }

    private Command.Outcome tryOut(RunAs way) throws StopSignal.StoppedException {
        List<String> line = List.of(layout.program("postgres").toString(), "--version");
        return new Command(way.command(line), layout.root()).run(TRIAL, stop);
    }

    private void remember(RunAs way) throws IOException {
        if (!Files.exists(layout.runAs())) {
            Files.writeString(layout.runAs(), way.text() + "\n");
            Ownership.inherit(layout.runAs());
            LOG.info("Account chosen for PostgreSQL. way=\"{}\" file={}", way.text(), layout.runAs());
        }
    }

    private String advice(List<String> failures, boolean remembered) {
        return "PostgreSQL does not run as root, and no way to step down works: " + String.join("; ", failures)
                + ". Either run the appliance as an ordinary user; or let setpriv work (every directory above "
                + layout.root()
                + " must be open to the account postgres or nobody: chmod a+x); or let \"unshare -U\" work"
                + " (in a container: a seccomp profile that allows user namespaces)"
                + (remembered
                        ? ". The way is remembered in " + layout.runAs() + "; remove the file to choose anew"
                        : "");
    }
}
