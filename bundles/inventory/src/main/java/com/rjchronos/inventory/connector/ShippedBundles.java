package com.rjchronos.inventory.connector;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * The bundles that came with the appliance: their bytes are those of the artifact of the same Maven coordinates in the
 * distribution's own repository. A KAR may claim the coordinates, but not the bytes.
 *
 * @param system the folder of that repository
 */
record ShippedBundles(Path system) {
    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final Pattern MAVEN =
            Pattern.compile("mvn:(%1$s)/(%1$s)/(%1$s)(?:/(%1$s)(?:/(%1$s))?)?".formatted(WORD));

    boolean contains(Bundle bundle) {
        Optional<Path> artifact = artifact(bundle.getLocation());
        return artifact.isPresent() && artifact.flatMap(BundleContent::sha256).equals(BundleContent.sha256(bundle));
    }

    private Optional<Path> artifact(String location) {
        Matcher maven = MAVEN.matcher(location);
        if (!maven.matches()) {
            return Optional.empty();
        }
        String type = Optional.ofNullable(maven.group(4)).orElse("jar");
        String classifier =
                Optional.ofNullable(maven.group(5)).map(c -> "-" + c).orElse("");
        try {
            return Optional.of(system.resolve(maven.group(1).replace('.', '/'))
                            .resolve(maven.group(2))
                            .resolve(maven.group(3))
                            .resolve(maven.group(2) + "-" + maven.group(3) + classifier + "." + type)
                            .normalize())
                    .filter(p -> p.startsWith(system.normalize()))
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
