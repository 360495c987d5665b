package com.rjchronos.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./chronos new-connector}, in a tree that has what it takes from ours. */
class NewConnectorTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> TAKEN = List.of(
            "chronos",
            "pom.xml",
            "bundles/connectors/generic/pom.xml",
            "bundles/testkit/src/test/java/com/rjchronos/testkit/guide/AcmeConnector.java",
            "bundles/testkit/src/test/java/com/rjchronos/testkit/guide/AcmeConnectorTest.java",
            "bundles/testkit/src/test/resources/samples/ax2000.json",
            "bundles/testkit/src/test/resources/samples/ax2000.expected.json");

    @TempDir
    Path tree;

    @BeforeEach
    void plant() throws IOException {
        for (String file : TAKEN) {
            Path copy = tree.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(file), copy);
        }
    }

    @Test
    void makesAModuleThatCompiles() throws Exception {
        String said = said(0, "new-connector", "zeta");

        Path module = tree.resolve("bundles/connectors/zeta");
        assertThat(compiled(module)).isEmpty();
        assertThat(module.resolve("src/main/java/com/rjchronos/connectors/zeta/ZetaConnector.java"))
                .content()
                .contains("package com.rjchronos.connectors.zeta;", "class ZetaConnector")
                .doesNotContain("AcmeConnector", "testkit");
        assertThat(module.resolve("src/test/resources/samples/ax2000.expected.json"))
                .exists();
        assertThat(module.resolve("pom.xml"))
                .content()
                .contains("<artifactId>com.rjchronos.connectors.zeta</artifactId>");
        assertThat(tree.resolve("pom.xml"))
                .content()
                .containsOnlyOnce("    <module>bundles/connectors/zeta</module>\n");
        assertThat(said).contains("mvn -pl bundles/connectors/zeta ", "connectors.zeta-0.1.0.jar DIR/deploy/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "9acme", "ac-me", "../acme", "", "a b", "int", "a123456789012345678901234567890"})
    void refusesANameThatCannotBeAPackage(String name) throws Exception {
        assertThat(said(1, "new-connector", name)).contains("name");

        assertThat(tree.resolve("pom.xml")).hasSameTextualContentAs(ROOT.resolve("pom.xml"));
        try (Stream<Path> connectors = Files.list(tree.resolve("bundles/connectors"))) {
            assertThat(connectors).hasSize(1);
        }
    }

    @Test
    void leavesAConnectorAloneThatIsThere() throws Exception {
        said(0, "new-connector", "zeta");
        Path pom = Files.writeString(tree.resolve("bundles/connectors/zeta/pom.xml"), "mine");

        assertThat(said(1, "new-connector", "zeta")).contains("there is a connector zeta already");

        assertThat(pom).hasContent("mine");
    }

    @Test
    void saysInADistributionThatItNeedsTheSourceTree() throws Exception {
        Files.delete(tree.resolve("pom.xml"));

        assertThat(said(1, "new-connector", "zeta")).contains("needs the source tree");
    }

    private String said(int exit, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("bash", tree.resolve("chronos").toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exit);
        return said;
    }

    /** What the compiler says of the module's classes, with the libraries of this test; nothing if all is well. */
    private static String compiled(Path module) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(module)) {
            sources = files.filter(f -> f.toString().endsWith(".java")).toList();
        }
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }
}
