package com.rjchronos.inventory.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.PlanningConnector;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.secret.Secret;
import com.rjchronos.spi.VendorConnector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

/** The desk asks for plans as it asks for readings: whatever a connector does, the appliance goes on. */
@Timeout(30)
class ConnectorDeskPlansTest {
    private static final DeviceReading DEVICE =
            DeviceReading.of(Documents.of("A").build());
    private static final DeviceIntent REBOOT = new DeviceIntent.Reboot();
    private static final Plan PLANNED = Plan.of(new AcsCall.Reboot("A"));

    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));

    @Test
    void asksTheConnectorThatLastReadTheDevice() {
        arrive("huawei", (device, intent) -> PLANNED);
        arrive("generic", (device, intent) -> Plan.unsupported("generic"));

        assertThat(plan(Optional.of("huawei"))).isEqualTo(PLANNED);
        assertThat(plan(Optional.of("generic"))).isEqualTo(Plan.unsupported("generic"));
    }

    @Test
    void asksNobodyElseWhileThatConnectorIsAway() {
        arrive("generic", (device, intent) -> PLANNED);

        assertThat(desk.plan(DEVICE, Optional.of("huawei"), List.of(REBOOT)))
                .isEqualTo(new Drafted.Nobody("Its connector huawei is away."));
    }

    @Test
    void plansEveryIntentInOrderWhateverBecomesOfOne() {
        arrive("huawei", (device, intent) -> {
            if (intent.kind() == DeviceIntent.Kind.PING) {
                throw new IllegalStateException("boom");
            }
            return PLANNED;
        });

        List<Plan> plans = plans(REBOOT, new DeviceIntent.Ping("192.0.2.1", 1), REBOOT);

        assertThat(plans).hasSize(3);
        assertThat(plans.get(0)).isEqualTo(PLANNED);
        assertThat(plans.get(1)).isInstanceOf(Plan.Unsupported.class);
        assertThat(plans.get(2)).isEqualTo(PLANNED);
    }

    @Test
    void takesAConnectorsFailureForAPlanThatIsUnsupported() {
        arrive("huawei", (device, intent) -> switch (intent.kind()) {
            case REBOOT -> null;
            case FACTORY_RESET -> Plan.of(new AcsCall.FactoryReset("another"));
            default -> throw new NoClassDefFoundError("gone");
        });

        List<Plan> plans = plans(REBOOT, new DeviceIntent.FactoryReset(), new DeviceIntent.ChangeVlan(1));

        assertThat(plans)
                .extracting(plan -> ((Plan.Unsupported) plan).reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("huawei 1.0.0 returned no plan"),
                        reason -> assertThat(reason).contains("a call for another device"),
                        reason -> assertThat(reason).contains("threw java.lang.NoClassDefFoundError"));
        assertThat(desk.connectors().get(0).failures()).isEqualTo(3);
    }

    @Test
    void neverRepeatsWhatAConnectorThrewForItMayQuoteAPassword() {
        arrive("huawei", (device, intent) -> {
            throw new IllegalArgumentException(
                    ((DeviceIntent.ChangePppoe) intent).password().orElseThrow().reveal());
        });

        List<Plan> plans = plans(new DeviceIntent.ChangePppoe("maria", Optional.of(Secret.of("s3cret"))));

        assertThat(((Plan.Unsupported) plans.get(0)).reason()).doesNotContain("s3cret");
        assertThat(desk.connectors().get(0).firstFailure().orElseThrow()).doesNotContain("s3cret");
    }

    @Test
    void quarantinesAConnectorThatDoesNotComeBackAndAsksTheFallback() {
        ConnectorDesk impatient = new ConnectorDesk(Duration.ofMillis(100));
        CountDownLatch never = new CountDownLatch(1);
        impatient.arrive(
                "huawei", Version.emptyVersion, Map.of("chronos.speaks.oui", "00AA11"), planner((device, intent) -> {
                    uninterruptibly(never);
                    return PLANNED;
                }));
        impatient.arrive(
                "generic", Version.emptyVersion, Map.of(), planner((device, intent) -> Plan.unsupported("generic")));

        Drafted drafted = impatient.plan(DEVICE, Optional.of("huawei"), List.of(REBOOT));
        never.countDown();

        assertThat(drafted).isEqualTo(new Drafted.Plans(List.of(Plan.unsupported("generic"))));
        assertThat(impatient.connectors().stream().filter(InstalledConnector::quarantined))
                .extracting(InstalledConnector::name)
                .containsExactly("huawei");
    }

    @Test
    void anErrorOfTheMachineIsAPlanThatIsUnsupportedAndQuarantines() {
        arrive("huawei", (device, intent) -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(plan(Optional.of("huawei"))).isInstanceOf(Plan.Unsupported.class);

        assertThat(desk.connectors().get(0).quarantinedBecause().orElseThrow()).contains("OutOfMemoryError");
    }

    @Test
    void plansThatFailSayNothingOfHowAConnectorReads() {
        arrive("huawei", (device, intent) -> {
            throw new IllegalStateException("boom");
        });

        for (int i = 0; i <= Quarantine.TOO_MANY; i++) {
            plan(Optional.of("huawei"));
        }

        assertThat(desk.connectors().get(0).failuresInARow()).isZero();
        assertThat(desk.connectors().get(0).quarantined()).isFalse();
    }

    private Plan plan(Optional<String> bound) {
        return ((Drafted.Plans) desk.plan(DEVICE, bound, List.of(REBOOT)))
                .plans()
                .get(0);
    }

    private List<Plan> plans(DeviceIntent... intents) {
        return ((Drafted.Plans) desk.plan(DEVICE, Optional.of("huawei"), List.of(intents))).plans();
    }

    private void arrive(String name, BiFunction<DeviceReading, DeviceIntent, Plan> planner) {
        Map<String, Object> claims = name.equals("generic") ? Map.of() : Map.of("chronos.speaks.manufacturer", name);
        desk.arrive("com.rjchronos.connectors." + name, new Version("1.0.0"), claims, planner(planner));
    }

    private static VendorConnector planner(BiFunction<DeviceReading, DeviceIntent, Plan> planner) {
        return new PlanningConnector(planner);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // a bad connector does not listen
            }
        }
    }
}
