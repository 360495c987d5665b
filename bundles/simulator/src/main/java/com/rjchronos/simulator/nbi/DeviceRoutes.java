package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.cwmp.InvalidTask;
import com.rjchronos.simulator.cwmp.Sessions;
import com.rjchronos.simulator.fleet.Device;
import com.rjchronos.simulator.fleet.Reach;
import com.rjchronos.simulator.json.Json;
import com.rjchronos.simulator.json.JsonSyntaxException;
import com.rjchronos.simulator.query.Document;
import com.rjchronos.simulator.query.JsonDocument;
import com.rjchronos.simulator.query.Path;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks for a device, its tags, and its deletion. */
final class DeviceRoutes {
    private static final String QUEUED = "Task queued but not processed";
    private static final long LOCK_MILLIS = 30_000;
    private static final long CONNECT_MILLIS = 2_000;
    private static final long DEFAULT_TIMEOUT = 4_000;
    private static final long POLL_MILLIS = 500;

    private final Acs acs;
    private final long sessionMillis;

    /**
     * The routes below {@code /devices/<id>}.
     *
     * @param sessionMillis how long a connection request and the session after it take
     */
    DeviceRoutes(Acs acs, long sessionMillis) {
        this.acs = acs;
        this.sessionMillis = sessionMillis;
    }

    Reply delete(Exchange exchange, String rawId) {
        if (!exchange.method().equals("DELETE")) {
            return Reply.notAllowed("DELETE");
        }
        String id = Target.decoded(rawId);
        if (isInSession(id)) {
            return Reply.inSession();
        }
        if (acs.fleet().remove(id)) {
            acs.changes().changed("device-deleted", id, "");
        }
        acs.tasks().forget(id);
        return Reply.ok();
    }

    Reply tag(Exchange exchange, String rawId, String rawTag) {
        String id = Target.decoded(rawId);
        String tag = Target.decoded(rawTag);
        boolean add = exchange.method().equals("POST");
        if (!add && !exchange.method().equals("DELETE")) {
            return Reply.notAllowed("POST, DELETE");
        }
        Optional<Device> device = acs.fleet().find(id);
        device.ifPresent(found -> {
            if (found.tag(tag, add)) {
                acs.changes().changed(add ? "tag-added" : "tag-removed", id, tag);
            }
        });
        return device.isPresent() ? Reply.ok() : noSuchDevice();
    }

    Reply tasks(Exchange exchange, String rawId) throws IOException {
        if (!exchange.method().equals("POST")) {
            return Reply.notAllowed("POST");
        }
        String id = Target.decoded(rawId);
        boolean knock = exchange.target().parameter("connection_request").isPresent();
        String body = exchange.text();
        if (body.isEmpty()) {
            return knock ? connectionRequestOnly(exchange, id) : new Reply(400, "Bad Request", Map.of(), new byte[0]);
        }
        Object task;
        try {
            task = Json.parse(body);
        } catch (JsonSyntaxException e) {
            return Reply.badRequest("SyntaxError: " + e.getMessage());
        }
        if (!(task instanceof Map) && !(task instanceof List)) {
            return Reply.badRequest(unsettable(task));
        }
        Optional<Device> device = acs.fleet().find(id);
        if (device.isEmpty()) {
            return noSuchDevice();
        }
        JsonDocument stored = store(task, id);
        Object shown = task instanceof List ? List.of(stored.values()) : stored.values();
        return knock ? connectionRequest(exchange, device.get(), stored, shown) : Reply.json(202, "Accepted", shown);
    }

    private JsonDocument store(Object task, String id) {
        Object single = task instanceof List<?> list && !list.isEmpty() ? list.get(0) : task;
        Map<String, Object> body = new LinkedHashMap<>();
        if (single instanceof Map<?, ?> map) {
            map.forEach((key, value) -> body.put(key.toString(), value));
        }
        try {
            // of an array the NBI makes a task that belongs to no device
            return acs.tasks().queue(body, task instanceof List ? "" : id);
        } catch (InvalidTask e) {
            throw new Crash(e);
        }
    }

    private Reply connectionRequestOnly(Exchange exchange, String id) {
        Optional<Device> device = acs.fleet().find(id);
        if (device.isEmpty()) {
            return noSuchDevice();
        }
        Optional<String> refusal = knock(exchange, device.get());
        if (refusal.isPresent()) {
            return Reply.text(504, refusal.get(), refusal.get());
        }
        if (device.get().reach() == Reach.ONLINE) {
            acs.sessions().run(device.get(), Sessions.Event.CONNECTION_REQUEST);
        }
        return Reply.ok();
    }

    private Reply connectionRequest(Exchange exchange, Device device, JsonDocument task, Object shown) {
        if (!awaitSessionEnd(exchange, device)) {
            return Reply.json(202, QUEUED, shown);
        }
        Optional<String> refusal = knock(exchange, device);
        if (refusal.isPresent()) {
            return Reply.json(202, refusal.get(), shown);
        }
        long timeout = exchange.target()
                .parameter("timeout")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(DEFAULT_TIMEOUT);
        if (device.reach() == Reach.ONLINE) {
            acs.sessions().run(device, Sessions.Event.CONNECTION_REQUEST);
        }
        if (timeout < POLL_MILLIS) {
            return Reply.json(202, QUEUED, shown);
        }
        if (device.reach() == Reach.MUTE) {
            exchange.pause(timeout - POLL_MILLIS);
            return Reply.json(202, QUEUED, shown);
        }
        exchange.pause(sessionMillis);
        return outcome(task, shown);
    }

    private Reply outcome(JsonDocument task, Object shown) {
        if (acs.tasks().fault(task).isPresent()) {
            return Reply.json(202, "Task faulted", shown);
        }
        boolean queued = acs.tasks().queue().find(task.id()).isPresent();
        return queued ? Reply.json(202, QUEUED, shown) : Reply.json(200, "OK", shown);
    }

    /** Sends a connection request; returns the reason phrase if it was in vain. */
    private Optional<String> knock(Exchange exchange, Device device) {
        if (device.at(Path.of(device.root() + ".ManagementServer.ConnectionRequestURL._value")) == Document.ABSENT) {
            throw new Crash("TypeError: Cannot read properties of undefined (reading 'value')");
        }
        return switch (device.reach()) {
            case ONLINE, MUTE -> Optional.empty();
            case OFFLINE -> Optional.of("Device is offline");
            case BLACKHOLE -> {
                exchange.pause(CONNECT_MILLIS);
                yield Optional.of("Device is offline");
            }
            case CREDENTIALS -> Optional.of("Connection request error: Incorrect connection request credentials");
        };
    }

    private boolean awaitSessionEnd(Exchange exchange, Device device) {
        for (long waited = 0; device.inSession(acs.clock().millis()); waited += POLL_MILLIS) {
            if (waited >= LOCK_MILLIS || !exchange.pause(POLL_MILLIS)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInSession(String id) {
        return acs.fleet()
                .find(id)
                .map(device -> device.inSession(acs.clock().millis()))
                .orElse(false);
    }

    private static String unsettable(Object primitive) {
        if (primitive == null) {
            return "TypeError: Cannot set properties of null (setting 'device')";
        }
        String type = primitive instanceof String ? "string" : primitive instanceof Boolean ? "boolean" : "number";
        return "TypeError: Cannot create property 'device' on " + type + " '" + primitive + "'";
    }

    private static Reply noSuchDevice() {
        return Reply.notFound("No such device");
    }
}
