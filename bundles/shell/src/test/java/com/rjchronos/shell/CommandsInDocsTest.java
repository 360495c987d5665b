package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.junit.jupiter.api.Test;

/** What the documents tell people to type is what there is. */
class CommandsInDocsTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern COMMAND = Pattern.compile("chronos:([a-z]+(?:-[a-z]+)*)");

    @Test
    void everyCommandIsExplainedToOperatorsAndNoOther() throws Exception {
        assertThat(named("operations.md")).isEqualTo(names());
    }

    @Test
    void theGuideNamesOnlyCommandsThatThereAre() throws Exception {
        assertThat(names()).containsAll(named("connector-guide.md"));
        assertThat(named("connector-guide.md")).contains("unmatched", "capture", "connector-try");
    }

    @Test
    void theOptionsOfATrialAreExplained() throws IOException {
        String operations = Files.readString(DOCS.resolve("operations.md"));

        assertThat(ConnectorTryCommand.class.getDeclaredFields())
                .filteredOn(f -> f.isAnnotationPresent(Option.class))
                .extracting(f -> f.getAnnotation(Option.class).name())
                .allSatisfy(option -> assertThat(operations).contains('`' + option));
    }

    private static Set<String> named(String document) throws IOException {
        return COMMAND.matcher(Files.readString(DOCS.resolve(document)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names() throws Exception {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> classes = Files.list(Path.of("target/classes/com/rjchronos/shell"))) {
            for (Path file :
                    classes.filter(f -> f.toString().endsWith("Command.class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> command = Class.forName("com.rjchronos.shell." + name);
                names.add(command.getAnnotation(Command.class).name());
            }
        }
        return names;
    }
}
