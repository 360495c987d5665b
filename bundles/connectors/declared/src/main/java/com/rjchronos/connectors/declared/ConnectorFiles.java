package com.rjchronos.connectors.declared;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a directory, followed by looking at it once in a while. A file that came or changed is read when two looks saw it
 * alike, so that one that is being written is left alone; one that two looks missed is gone. A file that breaks a rule costs
 * itself only, and what it said before keeps serving. One thread looks; what it found is for any to see.
 */
final class ConnectorFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorFiles.class);

    /** At the first look a file that was not written for so long is taken as it is: devices wait for it. */
    private static final Duration STILL = Duration.ofSeconds(2);

    private final Path directory;
    private final Clock clock;
    private final Service service;
    private final Map<Path, FollowedFile> followed = new TreeMap<>();
    private boolean looked;
    private volatile Findings findings = new Findings(List.of(), List.of());

    /** Where connectors serve. */
    interface Service {
        /** Puts the connector of a file into service, and returns what takes it out again. */
        Runnable take(Path file, String text, Declaration declaration);
    }

    ConnectorFiles(Path directory, Clock clock, Service service) {
        this.directory = directory;
        this.clock = clock;
        this.service = service;
    }

    /**
     * What the last look found.
     *
     * @param serving names and versions of the connectors in service
     * @param complaints what is wrong, a sentence each
     */
    record Findings(List<String> serving, List<String> complaints) {
        Findings {
            serving = List.copyOf(serving);
            complaints = List.copyOf(complaints);
        }
    }

    Findings findings() {
        return findings;
    }

    void look() {
        Map<Path, FileStamp> there;
        try {
            there = stamps();
        } catch (IOException | DirectoryIteratorException e) {
            publish(List.of("The directory of connector files cannot be read: " + e
                    + ". Make it readable; what it held before keeps serving."));
            return;
        }
        leave(there.keySet());
        there.forEach(this::follow);
        looked = true;
        publish(List.of());
    }

    /** Takes all connectors out of service. */
    void close() {
        followed.values().forEach(FollowedFile::leaves);
        followed.clear();
        publish(List.of());
    }

    private Map<Path, FileStamp> stamps() throws IOException {
        Map<Path, FileStamp> stamps = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ConnectorFiles::isOurs)) {
            for (Path file : files) {
                try {
                    stamps.put(file, FileStamp.of(file));
                } catch (NoSuchFileException e) {
                    LOG.debug("A file went while it was looked at. file={}", file);
                }
            }
        }
        return stamps;
    }

    /** Editors' and hidden files are not. */
    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    private void leave(Set<Path> there) {
        List<Path> gone = followed.entrySet().stream()
                .filter(entry ->
                        !there.contains(entry.getKey()) && entry.getValue().misses())
                .map(Map.Entry::getKey)
                .toList();
        gone.forEach(file -> followed.remove(file).leaves());
        if (!gone.isEmpty()) {
            followed.values().forEach(FollowedFile::reconsider); // a name may have become free
        }
    }

    private void follow(Path file, FileStamp stamp) {
        FollowedFile known = followed.computeIfAbsent(file, f -> new FollowedFile(f.toString()));
        boolean settled = known.sees(stamp)
                || !looked && stamp.modified().isBefore(clock.instant().minus(STILL));
        if (settled && !known.isJudged(stamp)) {
            judge(file, stamp, known);
        }
    }

    private void judge(Path file, FileStamp stamp, FollowedFile known) {
        try {
            String text = FileText.of(file);
            if (!stamp.equals(FileStamp.of(file))) {
                return; // written meanwhile; the next look sees
            }
            if (known.says(text)) {
                known.stays(stamp);
                return;
            }
            Declaration declaration = Declaration.of(text, name -> isFree(name, known));
            known.serves(stamp, text, declaration, service.take(file, text, declaration));
        } catch (FileRefusedException e) {
            known.breaks(stamp, e);
        } catch (IOException e) {
            known.complain("rule=\"must be readable\" detail=\"" + e + "\"");
        }
    }

    private boolean isFree(String name, FollowedFile asking) {
        return followed.values().stream()
                .filter(other -> other != asking)
                .flatMap(other -> other.serving().stream())
                .noneMatch(serving -> serving.name().equals(name));
    }

    private void publish(List<String> complaints) {
        List<String> serving = new ArrayList<>();
        followed.values().forEach(file -> file.serving().ifPresent(s -> serving.add(s.toString())));
        Stream<String> ofFiles = followed.values().stream().flatMap(file -> file.complaint().stream());
        findings = new Findings(
                serving, Stream.concat(complaints.stream(), ofFiles).toList());
    }
}
