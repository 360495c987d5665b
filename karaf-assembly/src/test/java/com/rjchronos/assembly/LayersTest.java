package com.rjchronos.assembly;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The poms are the law of the layers; this says it again, so that a pom cannot be bent unseen. */
class LayersTest {
    private static final String HOUSE = "com.rjchronos.";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("testkit")) // it never ships
            .importPackages("com.rjchronos");

    /** Which bundles of ours a bundle may see. */
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("spi", List.of("model")),
            Map.entry("api", List.of("model")),
            Map.entry("port", List.of("model")),
            Map.entry("inventory", List.of("api", "port", "spi", "model")),
            Map.entry("access", List.of("api", "port", "model")),
            Map.entry("persistence", List.of("port", "model")),
            Map.entry("postgresql", List.of("model")),
            Map.entry("genieacs", List.of("api", "port", "model")),
            Map.entry("scheduling", List.of("api", "model")),
            Map.entry("jetty", List.of()),
            Map.entry("web", List.of("api", "model")),
            Map.entry("rest", List.of("api", "model")),
            Map.entry("shell", List.of("api", "model")),
            Map.entry("connectors.generic", List.of("spi", "model")),
            Map.entry("connectors.huawei", List.of("spi", "model")),
            Map.entry("connectors.zte", List.of("spi", "model")),
            Map.entry("connectors.fiberhome", List.of("spi", "model")),
            Map.entry("connectors.intelbras", List.of("spi", "model")),
            Map.entry("connectors.tplink", List.of("spi", "model")),
            Map.entry("connectors.declared", List.of("spi", "model")),
            Map.entry("simulator", List.of()));

    /** Where a framework ends. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "org.apache.camel..", List.of("genieacs", "scheduling"),
            "javax.ws.rs..", List.of("rest"),
            "javax.servlet..", List.of("jetty", "web", "rest", "simulator"),
            "javax.persistence..", List.of("persistence"),
            "java.sql..", List.of("persistence", "postgresql"),
            "org.apache.karaf..", List.of("shell"),
            "org.yaml.snakeyaml..", List.of("connectors.declared"),
            "com.fasterxml.jackson..", List.of("genieacs", "persistence", "rest", "simulator"));

    @TestFactory
    Stream<DynamicTest> seesOnlyWhatItsLayerAllows() {
        return SEES.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> noClasses()
                        .that()
                        .resideInAPackage(HOUSE + e.getKey() + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("com.rjchronos..")
                                .and(resideOutsideOfPackages(
                                        packages(Stream.concat(Stream.of(e.getKey()), e.getValue().stream())))))
                        .check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> frameworksEndInTheirAdapters() {
        return ENDS.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> classes()
                        .that(resideInAnyPackage("com.rjchronos..")
                                .and(resideOutsideOfPackages(packages(e.getValue().stream()))))
                        .should()
                        .onlyDependOnClassesThat(resideOutsideOfPackages(e.getKey()))
                        .check(CODE)));
    }

    @Test
    void everyBundleOfTheHouseHasItsRule() {
        Set<String> bundles = CODE.stream()
                .map(c -> c.getPackageName().substring(HOUSE.length()))
                .map(p -> p.startsWith("connectors.") ? p : p.replaceFirst("[.].*", ""))
                .collect(Collectors.toSet());

        assertThat(bundles).isEqualTo(SEES.keySet());
    }

    /** A private bundle is private as a whole; a room is named after its concept, never after its kind. */
    @Test
    void noRoomIsNamedAfterItsKind() {
        noClasses()
                .should()
                .resideInAnyPackage("..impl..", "..internal..", "..util..", "..common..", "..dto..")
                .check(CODE);
    }

    private static String[] packages(Stream<String> bundles) {
        return bundles.map(b -> HOUSE + b + "..").toArray(String[]::new);
    }
}
