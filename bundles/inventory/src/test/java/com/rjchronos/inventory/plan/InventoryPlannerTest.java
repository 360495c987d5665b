package com.rjchronos.inventory.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.inventory.connector.ConnectorDesk;
import com.rjchronos.inventory.fake.Documents;
import com.rjchronos.inventory.fake.MemoryDeviceStore;
import com.rjchronos.inventory.fake.PlanningConnector;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.intent.AcsCall;
import com.rjchronos.model.intent.Capability;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.DeviceIntent.Kind;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.reading.DeviceReading;
import com.rjchronos.model.reading.Wlan;
import com.rjchronos.model.reading.Wlan.Band;
import com.rjchronos.port.DeviceStore.Known;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;

@Timeout(30)
class InventoryPlannerTest {
    private static final Caller CALLER = Caller.system("test", Origin.SYSTEM);
    private static final DeviceId ID = new DeviceId(7);
    private static final Plan PLANNED = Plan.of(new AcsCall.Reboot("A"));

    private final ConnectorDesk desk = new ConnectorDesk(Duration.ofSeconds(5));
    private final MemoryDeviceStore store = new MemoryDeviceStore();
    private final InventoryPlanner planner = new InventoryPlanner(desk, store);

    @Test
    void plansByWhatIsStoredOfTheDevice() {
        stored(DeviceReading.of(Documents.of("A").build()).model(Optional.of("HG8245H")));
        arrives((device, intent) -> Plan.unsupported(device.model().orElseThrow()));

        assertThat(planner.plan(CALLER, ID, new DeviceIntent.Reboot())).isEqualTo(Plan.unsupported("HG8245H"));
    }

    @Test
    void knowsNoPlanForADeviceThatIsNotThere() {
        assertProblem(ProblemKind.NOT_FOUND, () -> planner.plan(CALLER, ID, new DeviceIntent.Reboot()));
        assertProblem(ProblemKind.NOT_FOUND, () -> planner.capabilities(CALLER, ID));
    }

    @Test
    void asksToTryAgainWhileTheConnectorIsAway() {
        stored(DeviceReading.of(Documents.of("A").build()));

        assertProblem(ProblemKind.UNAVAILABLE, () -> planner.plan(CALLER, ID, new DeviceIntent.Reboot()));
        assertThat(planner.capabilities(CALLER, ID))
                .hasSize(Kind.values().length)
                .allSatisfy(capability -> assertThat(capability.reason()).contains("Its connector huawei is away."));
    }

    @Test
    void tellsOfEveryKindWhetherThereIsAPlanForIt() {
        stored(DeviceReading.of(Documents.of("A").build()));
        arrives((device, intent) -> intent.kind() == Kind.REBOOT ? PLANNED : Plan.unsupported("not " + intent.kind()));

        Map<Kind, Capability> capabilities = capabilities();

        assertThat(capabilities.keySet()).containsExactly(Kind.values());
        assertThat(capabilities.get(Kind.REBOOT)).isEqualTo(Capability.supported(Kind.REBOOT));
        assertThat(capabilities.get(Kind.SPEED_TEST))
                .isEqualTo(Capability.unsupported(Kind.SPEED_TEST, "not SPEED_TEST"));
    }

    @Test
    void takesAKindForSupportedWhereSomeVariantOfItIs() {
        stored(DeviceReading.of(Documents.of("A").build())
                .wlans(List.of(network(1, Optional.empty()), network(2, Optional.of(Band.GHZ_5)))));
        arrives((device, intent) -> {
            boolean at5 = intent instanceof DeviceIntent.ChangeWifi wifi
                    && wifi.change().band() == Band.GHZ_5
                    && wifi.change().enabled().isPresent();
            boolean wan =
                    intent instanceof DeviceIntent.Refresh refresh && refresh.concern() == DeviceIntent.Concern.WAN;
            return at5 || wan ? PLANNED : Plan.unsupported("no");
        });

        assertThat(capabilities().values().stream().filter(Capability::supported))
                .extracting(Capability::kind)
                .containsExactly(Kind.REFRESH, Kind.CHANGE_WIFI);
    }

    @Test
    void asksForThePermission() {
        Caller nobody = new Caller(Actor.system("nobody"), Set.of(), Origin.API, Optional.empty(), "trace");

        assertProblem(ProblemKind.FORBIDDEN, () -> planner.plan(nobody, ID, new DeviceIntent.Reboot()));
        assertProblem(ProblemKind.FORBIDDEN, () -> planner.capabilities(nobody, ID));
    }

    private Map<Kind, Capability> capabilities() {
        Map<Kind, Capability> capabilities = new EnumMap<>(Kind.class);
        planner.capabilities(CALLER, ID).forEach(capability -> capabilities.put(capability.kind(), capability));
        return capabilities;
    }

    private void stored(DeviceReading reading) {
        store.devices.put("A", new Known(ID, reading, DeviceStatus.ONLINE, Optional.of("huawei"), Optional.empty()));
    }

    private void arrives(BiFunction<DeviceReading, DeviceIntent, Plan> plans) {
        desk.arrive(
                "com.rjchronos.connectors.huawei",
                new Version("1.0.0"),
                Map.of("chronos.speaks.manufacturer", "Huawei.*"),
                new PlanningConnector(plans));
    }

    private static Wlan network(int number, Optional<Band> band) {
        return Wlan.of("Device.WiFi.SSID." + number).band(band);
    }

    private static void assertProblem(ProblemKind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().kind())
                .isEqualTo(kind));
    }
}
