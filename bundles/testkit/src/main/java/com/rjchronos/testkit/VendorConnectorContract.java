package com.rjchronos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.spi.VendorConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every connector owes the house. A test class implements it, says which connector, and puts documents into
 * {@code src/test/resources/samples}; {@code mvn test -Dchronos.samples.write=true} writes what the connector makes of them
 * beside each, for people to read before they commit it.
 */
public interface VendorConnectorContract {

    VendorConnector connector();

    /** The folder of test resources with its documents, for a module of several connectors. */
    default String samples() {
        return "samples";
    }

    /** The paths the connector declares with {@code @Reads}, as the running appliance sees them. */
    default Set<String> reads() {
        return DeclaredReads.of(connector().getClass());
    }

    /** Whether to write what is expected instead of comparing with it. */
    default boolean writesExpectations() {
        return Boolean.getBoolean("chronos.samples.write");
    }

    @TestFactory
    default List<DynamicTest> readsEverySampleAsExpected() {
        return forEachSample(sample -> {
            String reading = ReadingJson.of(connector().read(Documents.file(sample)));
            if (writesExpectations()) {
                Samples.write(sample, reading);
            } else {
                assertThat(reading).isEqualTo(Samples.expectation(sample));
            }
        });
    }

    @TestFactory
    default List<DynamicTest> survivesEveryMutationOfASample() {
        return forEachSample(sample -> Mutations.forEach(
                Documents.file(sample), (mutation, document) -> ReadingLaws.check(connector(), document, mutation)));
    }

    @TestFactory
    default List<DynamicTest> readsNoMoreThanItDeclares() {
        return forEachSample(sample -> {
            DeviceDocument whole = Documents.file(sample);
            DeviceReading projected = connector().read(Trees.project(whole, reads()));
            assertThat(ReadingJson.of(projected))
                    .isEqualTo(ReadingJson.of(connector().read(whole)));
            assertThat(projected).isEqualTo(connector().read(whole));
        });
    }

    @Test
    default void declaresPathsThatAnAcsUnderstands() {
        assertThat(reads())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*"))
                .noneMatch(path -> path.matches(".*(Passphrase|Password|PreSharedKey|WEPKey)\\b.*"));
    }

    @Test
    default void inventsNothingForAnEmptyDocument() {
        ReadingLaws.checkOfNothing(connector(), Documents.parse("{}"), "an empty document");
        ReadingLaws.checkOfNothing(
                connector(), Documents.parse("{\"InternetGatewayDevice\":{}}"), "an empty TR-098 root");
        ReadingLaws.checkOfNothing(connector(), Documents.parse("{\"Device\":{}}"), "an empty TR-181 root");
    }

    @TestFactory
    default List<DynamicTest> plansEveryIntentByTheLaws() {
        return forEachSample(sample -> {
            DeviceReading device = connector().read(Documents.file(sample));
            SampleIntents.all().forEach(intent -> PlanLaws.check(connector(), device, intent));
        });
    }

    @Test
    default void plansForADeviceOfWhichNothingIsKnown() {
        DeviceIdentity unknown = new DeviceIdentity(
                Documents.ACS, "x%2Dy", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        SampleIntents.all().forEach(intent -> PlanLaws.check(connector(), DeviceReading.of(unknown), intent));
    }

    private List<DynamicTest> forEachSample(Consumer<Path> law) {
        List<Path> samples = Samples.of(getClass(), samples());
        assertThat(samples).as("documents in src/test/resources/" + samples()).isNotEmpty();
        return samples.stream()
                .map(sample -> DynamicTest.dynamicTest(Samples.nameOf(sample), () -> law.accept(sample)))
                .toList();
    }
}
