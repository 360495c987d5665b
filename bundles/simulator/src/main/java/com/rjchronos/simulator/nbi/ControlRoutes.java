package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import com.rjchronos.simulator.control.Ledger;
import com.rjchronos.simulator.control.Poison;
import com.rjchronos.simulator.cwmp.ForcedFaults;
import com.rjchronos.simulator.cwmp.Heartbeat;
import com.rjchronos.simulator.cwmp.Sessions;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Reach;
import com.rjchronos.simulator.fleet.ShiftedClock;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.json.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /_sim/…}: the strings of the puppet. Answers are JSON, refusals 400 with {@code {"error":…}}. */
public final class ControlRoutes {
    private static final int MOST_AT_ONCE = 200_000;

    private final Acs acs;
    private final Strings strings;
    private int turn;

    /**
     * What can be pulled.
     *
     * @param stop ends the program, or empty where there is none to end
     */
    public record Strings(
            Ledger ledger,
            Chaos chaos,
            Poison poison,
            ForcedFaults forced,
            Heartbeat heartbeat,
            ShiftedClock clock,
            Optional<Runnable> stop) {}

    public ControlRoutes(Acs acs, Strings strings) {
        this.acs = acs;
        this.strings = strings;
    }

    Reply answer(Exchange exchange) throws IOException {
        String route = exchange.method() + " " + exchange.target().path().substring("/_sim".length());
        try {
            return switch (route) {
                case "GET /fleet" -> ok(fleet());
                case "GET /ledger" -> ok(strings.ledger().document(number(exchange, "last", 200)));
                case "DELETE /ledger" -> clearLedger();
                case "POST /inform" -> inform(exchange);
                case "POST /online" -> reach(exchange, Reach.ONLINE);
                case "POST /offline" -> reach(exchange, Reach.OFFLINE);
                case "POST /session" -> session(exchange);
                case "POST /register" -> register(exchange);
                case "POST /chaos" -> chaos(exchange);
                case "POST /fault" -> fault(exchange);
                case "DELETE /fault" -> clearFaults();
                case "POST /poison" -> poison(exchange);
                case "DELETE /poison" -> clearPoison();
                case "POST /clock" -> clock(exchange);
                case "POST /stop" -> stop();
                default -> Reply.json(404, "Not Found", Map.of("error", "unknown control " + route));
            };
        } catch (IllegalArgumentException | ArithmeticException | JsonSyntaxException e) {
            return Reply.json(400, "Bad Request", Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Reply clearLedger() {
        strings.ledger().clear();
        return ok(Map.of());
    }

    private Reply inform(Exchange exchange) {
        Optional<String> id = exchange.target().parameter("id");
        id.flatMap(gone -> acs.fleet().readmit(gone, acs.clock().millis()))
                .ifPresent(anew -> acs.changes().changed("registered", anew.id(), "anew"));
        List<Device> chosen = id.isPresent() ? List.of(device(id.get())) : next(number(exchange, "count", 1));
        chosen.forEach(device -> acs.sessions().run(device, Sessions.Event.PERIODIC));
        return ok(result("informed", chosen));
    }

    /** The next devices in the order of the fleet, round and round: deterministic, and fair. */
    private synchronized List<Device> next(int count) {
        Device[] devices = acs.fleet().devices();
        List<Device> chosen = new ArrayList<>();
        for (int i = 0; i < devices.length && chosen.size() < count; i++) {
            Device device = devices[Math.floorMod(turn++, devices.length)];
            if (device.reach().informs()) {
                chosen.add(device);
            }
        }
        return chosen;
    }

    private Reply reach(Exchange exchange, Reach otherwise) {
        Device device = device(exchange.target().parameter("id").orElse(""));
        Reach reach = exchange.target()
                .parameter("mode")
                .map(mode -> Reach.valueOf(mode.toUpperCase(Locale.ROOT)))
                .orElse(otherwise);
        boolean changed = device.reach() != reach;
        boolean informsAgain = reach.informs() && !device.reach().informs();
        device.reach(reach);
        if (informsAgain) {
            // it informs when it is reached again, not for the time when it was away
            device.nextInform(Math.max(device.nextInform(), acs.clock().millis()));
        }
        if (changed) {
            acs.changes().changed("reach", device.id(), reach.name());
        }
        return ok(Map.of("id", device.id(), "reach", reach.name().toLowerCase(Locale.ROOT)));
    }

    private Reply session(Exchange exchange) {
        Device device = device(exchange.target().parameter("id").orElse(""));
        int millis = number(exchange, "ms", 10_000);
        device.inSessionUntil(acs.clock().millis() + millis);
        acs.changes().changed("session-held", device.id(), millis + " ms");
        return ok(Map.of("id", device.id()));
    }

    private Reply register(Exchange exchange) {
        List<Device> born = acs.fleet().register(number(exchange, "count", 1));
        born.forEach(device -> acs.changes().changed("registered", device.id(), ""));
        return ok(result("registered", born));
    }

    private Reply chaos(Exchange exchange) throws IOException {
        Chaos.Order order = Chaos.Order.of(json(exchange));
        strings.chaos().order(order);
        return ok(Map.of("mode", order.mode().name().toLowerCase(Locale.ROOT), "times", (long) order.times()));
    }

    private Reply fault(Exchange exchange) {
        String id = exchange.target().parameter("id").orElse("");
        String task = exchange.target().parameter("task").orElse("");
        int code = number(exchange, "code", 9002);
        strings.forced().order(id, task, code, number(exchange, "times", 1));
        return ok(Map.of("id", id, "task", task, "code", (long) code));
    }

    private Reply clearFaults() {
        strings.forced().clear();
        return ok(Map.of());
    }

    private Reply poison(Exchange exchange) throws IOException {
        List<Poison.Kind> kinds = Poison.kinds(json(exchange));
        strings.poison().add(kinds);
        acs.changes().changed("poison-added", "", kinds.toString());
        return ok(Map.of("added", kinds.stream().map(Poison.Kind::name).toList()));
    }

    private Reply clearPoison() {
        int removed = strings.poison().clear();
        if (removed > 0) {
            acs.changes().changed("poison-removed", "", Integer.toString(removed));
        }
        return ok(Map.of("removed", (long) removed));
    }

    private Reply clock(Exchange exchange) {
        String seconds = exchange.target().parameter("shift_seconds").orElse("");
        if (!seconds.matches("-?\\d{1,10}")) {
            throw new IllegalArgumentException("shift_seconds = " + seconds + ": must be a whole number");
        }
        Duration shift = strings.clock().shift(Duration.ofSeconds(Long.parseLong(seconds)));
        acs.changes().changed("clock-shifted", "", seconds + " s");
        return ok(Map.of("now", new Moment(acs.clock().millis()), "shift_seconds", shift.toSeconds()));
    }

    private Reply stop() {
        if (strings.stop().isEmpty()) {
            return Reply.json(409, "Conflict", Map.of("error", "the simulator is a bundle here: stop the bundle"));
        }
        strings.stop().get().run();
        return ok(Map.of("stopping", true));
    }

    private Map<String, Object> fleet() {
        Map<String, Long> byProductClass = new TreeMap<>();
        Map<String, Long> byReach = new TreeMap<>();
        for (Device device : acs.fleet().devices()) {
            byProductClass.merge(String.valueOf(device.identity().productClass()), 1L, Long::sum);
            byReach.merge(device.reach().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        Map<String, Object> fleet = new LinkedHashMap<>();
        fleet.put("devices", (long) acs.fleet().devices().length);
        fleet.put("documents", (long) acs.fleet().documents().length);
        fleet.put("byProductClass", byProductClass);
        fleet.put("byReach", byReach);
        fleet.put("tasks", (long) acs.tasks().queue().size());
        fleet.put("faults", (long) acs.tasks().faults().size());
        fleet.put("sessions", acs.sessions().count());
        fleet.put("left", strings.heartbeat().left());
        fleet.put("returned", strings.heartbeat().returned());
        fleet.put("registered", strings.heartbeat().registered());
        fleet.put("chaosLeft", (long) strings.chaos().left());
        fleet.put("now", new Moment(acs.clock().millis()));
        return fleet;
    }

    private Device device(String id) {
        return acs.fleet().find(id).orElseThrow(() -> new IllegalArgumentException("id = " + id + ": no such device"));
    }

    private static Map<?, ?> json(Exchange exchange) throws IOException {
        String body = exchange.text();
        return !body.isBlank() && Json.parse(body) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int number(Exchange exchange, String name, int otherwise) {
        String text = exchange.target().parameter(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > Math.max(MOST_AT_ONCE, otherwise) * 10L) {
            throw new IllegalArgumentException(name + " = " + text + ": must be a whole number");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Object> result(String verb, List<Device> devices) {
        return Map.of(
                verb,
                (long) devices.size(),
                "ids",
                devices.stream().map(Device::id).limit(1_000).toList());
    }

    private static Reply ok(Map<String, ?> values) {
        return Reply.json(200, "OK", values);
    }
}
