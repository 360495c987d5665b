package com.rjchronos.postgresql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory: made whole or not at all, and never one that is not ours to use. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);
    private static final String VERSION_FILE = "PG_VERSION";

    private final Layout layout;
    private final Superuser superuser;

    Cluster(Layout layout) {
        this.layout = layout;
        this.superuser = new Superuser(layout.passwordFile());
    }

    /** Refuses data of another major version, and anything in our place that is not a cluster. */
    void refuseForeign() throws IOException, NoServerException {
        Path cluster = layout.cluster();
        refuseOthersProperty(cluster);
        refuseOtherVersion(cluster);
        refuseOtherVersion(layout.root());
        if (isInitialised()) {
            return;
        }
        if (Files.exists(cluster) && !isEmpty(cluster)) {
            throw new NoServerException(
                    "the directory " + cluster + " holds files but is no PostgreSQL cluster (it has no " + VERSION_FILE
                            + "); move it away, or set dataDirectory in etc/com.rjchronos.postgresql.cfg");
        }
        try (Stream<Path> siblings = Files.list(layout.root())) {
            for (Path sibling : siblings.filter(Files::isDirectory).toList()) {
                refuseOtherVersion(sibling);
            }
        }
    }

    /** Runs initdb unless that was done. It works beside the final place, so what a crash leaves is never taken for data. */
    void ensureInitialised(RunAs runAs, StopSignal stop)
            throws IOException, NoServerException, StopSignal.StoppedException {
        if (isInitialised()) {
            superuser.password();
            return;
        }
        long began = System.nanoTime();
        String prefix = layout.cluster().getFileName() + ".initdb-";
        for (Path leftover : Tree.leftovers(layout.root(), prefix, layout.cluster())) {
            LOG.info("Removing what an unfinished initdb left. path={}", leftover);
            new Tree(leftover).delete();
        }
        Path fresh = layout.root().resolve(prefix + Long.toHexString(began));
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path passwordCopy =
                layout.root().resolve(fresh.getFileName() + ".password"); // the server's account reads no secrets
        try {
            Superuser.write(passwordCopy, superuser.passwordOrGenerated());
            initialise(fresh, passwordCopy, runAs, stop);
        } finally {
            Files.deleteIfExists(passwordCopy);
        }
        Files.move(fresh, layout.cluster());
        sync(layout.root());
        LOG.info(
                "PostgreSQL cluster created. directory={} millis={}",
                layout.cluster(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /** Makes the account the owner of the files; only while no server runs on them. */
    void giveTo(RunAs runAs) throws IOException {
        if (Ownership.of(layout.cluster()).uid() != runAs.owner().uid()) {
            LOG.info(
                    "Changing the owner of the cluster. directory={} uid={}",
                    layout.cluster(),
                    runAs.owner().uid());
            runAs.owner().giveAll(layout.cluster());
        }
    }

    private void initialise(Path directory, Path passwordCopy, RunAs runAs, StopSignal stop)
            throws IOException, NoServerException, StopSignal.StoppedException {
        if (Ownership.ofThisProcess().isRoot()) {
            runAs.owner().give(directory);
            runAs.owner().give(passwordCopy);
        }
        List<String> initdb = List.of(
                layout.program("initdb").toString(),
                "--pgdata=" + directory,
                "--username=" + Superuser.NAME,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordCopy,
                "--encoding=UTF8",
                "--locale=C", // every machine has it; the sorting and the case rules come from PostgreSQL itself
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        Command.Outcome outcome = new Command(runAs.command(initdb), layout.root()).run(INITDB_LIMIT, stop);
        if (!outcome.succeeded()) {
            new Tree(directory).delete();
            throw new NoServerException(
                    "initdb failed in " + layout.root() + ": " + ServerLog.lastOf(outcome.output()));
        }
    }

    private boolean isInitialised() {
        return Files.exists(layout.cluster().resolve(VERSION_FILE));
    }

    private void refuseOthersProperty(Path cluster) throws IOException, NoServerException {
        int uid = Ownership.ofThisProcess().uid();
        if (uid != 0 && Files.exists(cluster) && Ownership.of(cluster).uid() != uid) {
            throw new NoServerException("the data directory " + cluster + " belongs to uid "
                    + Ownership.of(cluster).uid() + " but the appliance runs as uid " + uid
                    + "; run it as the account that ran it before (root, perhaps), or as root give the directory away: chown -R "
                    + uid + " " + layout.root());
        }
    }

    private void refuseOtherVersion(Path directory) throws IOException, NoServerException {
        Path file = directory.resolve(VERSION_FILE);
        if (!Files.exists(file)) {
            return;
        }
        String found = Files.readString(file).strip();
        String ours = layout.release().major();
        if (!found.equals(ours) || directory.equals(layout.root())) {
            throw new NoServerException("the directory " + directory + " holds the data of a PostgreSQL " + found
                    + ", and this appliance keeps PostgreSQL " + ours + " in " + layout.cluster()
                    + "; nothing was changed. To keep the data, run it with PostgreSQL " + found
                    + " (the release of the appliance that made it, or a server of your own whose JDBC URL goes into"
                    + " etc/com.rjchronos.persistence.cfg); to begin empty, move that directory away");
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true); // the new name must survive a power failure as the data in it do
        }
    }
}
