package com.rjchronos.rest;

import com.rjchronos.api.Accounts;
import com.rjchronos.api.Connectors;
import com.rjchronos.api.Devices;
import com.rjchronos.api.Planner;
import com.rjchronos.api.Sweeps;
import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.TokenGrant;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.caller.Role;
import com.rjchronos.model.connector.ConnectorRelease;
import com.rjchronos.model.connector.ConnectorStatus;
import com.rjchronos.model.connector.Sample;
import com.rjchronos.model.connector.UnmatchedGroup;
import com.rjchronos.model.device.Device;
import com.rjchronos.model.device.DeviceId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceQuery;
import com.rjchronos.model.device.DeviceStatus;
import com.rjchronos.model.device.FleetMetrics;
import com.rjchronos.model.intent.Capability;
import com.rjchronos.model.intent.DeviceIntent;
import com.rjchronos.model.intent.Plan;
import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.model.sweep.RejectedDocument;
import com.rjchronos.model.sweep.Sweep;
import com.rjchronos.model.sweep.SweepCounts;
import com.rjchronos.model.sweep.SweepId;
import com.rjchronos.model.sweep.SweepKind;
import com.rjchronos.model.sweep.SweepOutcome;
import com.rjchronos.model.sweep.SweepQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The six doors, played: 120 devices, one viewer whose token is {@code good}, and a token {@code poor} that may nothing. */
public final class House implements Accounts, Devices, Sweeps, Connectors, Planner, com.rjchronos.api.Samples {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public final List<DeviceQuery> queries = new ArrayList<>();
    public final List<SweepQuery> sweepQueries = new ArrayList<>();
    public final List<Caller> callers = new ArrayList<>();
    public RuntimeException failure;

    /** Forgets what it was asked and works again. */
    void tidy() {
        queries.clear();
        sweepQueries.clear();
        callers.clear();
        failure = null;
    }

    @Override
    public TokenGrant signIn(String email, String password, Optional<String> address, String traceId) {
        if (!password.equals("right")) {
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "E-mail or password is wrong.")
                    .thrown();
        }
        return new TokenGrant("good", Duration.ofMinutes(60));
    }

    @Override
    public Caller authenticate(String token, Origin origin, Optional<String> address, String traceId) {
        Actor ana = new Actor(Actor.Type.USER, Optional.of("7"), "Ana Souza Lima");
        Set<Permission> may =
                switch (token) {
                    case "good" -> EnumSet.allOf(Permission.class);
                    case "poor" -> Set.of();
                    default ->
                        throw Problem.of(ProblemKind.UNAUTHENTICATED, "The token is not valid.")
                                .thrown();
                };
        return new Caller(ana, may, origin, address, traceId);
    }

    @Override
    public Account me(Caller caller) {
        UserId id = new UserId(Long.parseLong(caller.actor().id().orElseThrow()));
        return new Account(id, "ana@isp.example", caller.actor().name(), Role.VIEWER, true, false, 0, NOON);
    }

    @Override
    public Optional<Device> find(Caller caller, DeviceId id) {
        callers.add(caller);
        fail();
        return id.value() <= 120 ? Optional.of(Samples.device(id.value())) : Optional.empty();
    }

    @Override
    public Page<Device> page(Caller caller, DeviceQuery query) {
        queries.add(query);
        fail();
        List<Device> items = new ArrayList<>();
        for (int i = query.page().offset() + 1;
                i <= Math.min(120, query.page().offset() + query.page().limit());
                i++) {
            items.add(Samples.device(i));
        }
        return new Page<>(items, 120);
    }

    @Override
    public FleetMetrics metrics(Caller caller) {
        return new FleetMetrics(
                Map.of(DeviceStatus.ONLINE, 100L, DeviceStatus.OFFLINE, 15L, DeviceStatus.UNKNOWN, 5L),
                60,
                50,
                2,
                1,
                OptionalDouble.of(-19.508715000000002),
                OptionalDouble.empty(),
                OptionalDouble.of(99.5),
                Map.of("pppoe", 80L, "dhcp", 20L),
                70,
                65,
                Map.of("WPA2", 60L, "Open", 2L));
    }

    @Override
    public List<Sweep> run(Caller caller, SweepKind kind) {
        throw new UnsupportedOperationException("not a part of these tests");
    }

    @Override
    public Page<Sweep> page(Caller caller, SweepQuery query) {
        sweepQueries.add(query);
        Sweep broken = new Sweep(
                new SweepId(9),
                query.acs().orElse(new AcsId("main")),
                SweepKind.INCREMENTAL,
                Optional.of(NOON.minusSeconds(300)),
                NOON,
                Optional.empty(),
                SweepOutcome.RUNNING,
                new SweepCounts(10, 4, 3, 2, 1, 2048),
                Optional.empty(),
                List.of(new RejectedDocument("id%2D1", "no serial number")));
        return new Page<>(List.of(broken), 1);
    }

    @Override
    public int reassess(Caller caller) {
        throw new UnsupportedOperationException("not a part of these tests");
    }

    @Override
    public List<ConnectorStatus> list(Caller caller) {
        return List.of(connector("zte", 20), connector("huawei", 60), connector("generic", 40));
    }

    @Override
    public ConnectorRelease release(Caller caller, String name, boolean devices) {
        callers.add(caller);
        if (!name.equals("huawei")) {
            throw Problem.notFound("connector", name).thrown();
        }
        fail();
        return new ConnectorRelease(name, !devices, devices ? 1_200 : 0);
    }

    @Override
    public Sample capture(Caller caller, DeviceId id) {
        throw new UnsupportedOperationException("not a part of these tests");
    }

    /** A group that was looked at and one that was not. */
    @Override
    public Page<UnmatchedGroup> unmatched(Caller caller, PageRequest window) {
        callers.add(caller);
        DeviceIdentity acme = new DeviceIdentity(
                new AcsId("main"),
                "A0B1C2-AX-1",
                Optional.of("Acme"),
                Optional.of("A0B1C2"),
                Optional.of("AX"),
                Optional.of("1"));
        DeviceIdentity bare = new DeviceIdentity(
                new AcsId("main"), "B", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<UnmatchedGroup> all = List.of(
                new UnmatchedGroup(
                        acme, new DeviceId(7), Optional.of("AX-2000"), 12, Optional.of(List.of("Device.X_ACME"))),
                new UnmatchedGroup(bare, new DeviceId(8), Optional.empty(), 1, Optional.empty()));
        return new Page<>(
                all.stream().skip(window.offset()).limit(window.limit()).toList(), all.size());
    }

    @Override
    public Plan plan(Caller caller, DeviceId device, DeviceIntent intent) {
        throw new UnsupportedOperationException("not a part of these tests");
    }

    /** The odd devices can be restarted and no more. */
    @Override
    public List<Capability> capabilities(Caller caller, DeviceId id) {
        Device device = find(caller, id)
                .orElseThrow(() -> Problem.notFound("device", id).thrown());
        boolean odd = device.id().value() % 2 == 1;
        return Arrays.stream(DeviceIntent.Kind.values())
                .map(kind -> kind == DeviceIntent.Kind.REBOOT && odd
                        ? Capability.supported(kind)
                        : Capability.unsupported(kind, "It cannot " + kind + "."))
                .toList();
    }

    private static ConnectorStatus connector(String name, long served) {
        return new ConnectorStatus(
                name,
                "com.rjchronos.connectors." + name,
                "0.1.0",
                ConnectorStatus.State.ACTIVE,
                Map.of("manufacturer", List.of(name + ".*")),
                List.of("InternetGatewayDevice.DeviceInfo"),
                served,
                0,
                0,
                "");
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
