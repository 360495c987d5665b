package com.rjchronos.simulator.nbi;

import com.rjchronos.simulator.control.Chaos;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The NBI's paths, matched raw and in GenieACS's own order. */
final class Routes {
    private static final String ID = "([a-zA-Z0-9\\-_%]+)";
    private static final Pattern LISTING = Pattern.compile("^/([a-zA-Z0-9_]+)/?$");
    private static final Pattern HOST = Pattern.compile("^[a-zA-Z0-9\\-.:]+$");

    private interface Action {
        Reply answer(Exchange exchange, Matcher path) throws IOException;
    }

    private record Route(Pattern pattern, Action action) {
        static Route of(String pattern, Action action) {
            return new Route(Pattern.compile(pattern), action);
        }
    }

    private final CollectionRoutes collections;
    private final List<Route> routes;

    Routes(Acs acs, int pace, long sessionMillis) {
        this.collections = new CollectionRoutes(acs, pace);
        DeviceRoutes devices = new DeviceRoutes(acs, sessionMillis);
        TaskRoutes tasks = new TaskRoutes(acs);
        SettingRoutes settings = new SettingRoutes(acs);
        this.routes = List.of(
                Route.of("^/presets/" + ID + "/?$", (x, m) -> settings.document(x, "presets", m.group(1))),
                Route.of("^/objects/" + ID + "/?$", (x, m) -> settings.document(x, "objects", m.group(1))),
                Route.of("^/provisions/" + ID + "/?$", (x, m) -> settings.script(x, "provisions", m.group(1))),
                Route.of(
                        "^/virtual_parameters/" + ID + "/?$",
                        (x, m) -> settings.script(x, "virtualParameters", m.group(1))),
                Route.of("^/devices/" + ID + "/tags/" + ID + "/?$", (x, m) -> devices.tag(x, m.group(1), m.group(2))),
                Route.of("^/faults/([a-zA-Z0-9\\-_%:]+)/?$", (x, m) -> tasks.fault(x, m.group(1))),
                Route.of("^/devices/" + ID + "/tasks/?$", (x, m) -> devices.tasks(x, m.group(1))),
                Route.of(
                        "^/tasks/" + ID + "(/[a-zA-Z_]*)?$",
                        (x, m) -> tasks.task(x, m.group(1), m.group(2) == null ? "" : m.group(2))),
                Route.of(
                        "^/files/([a-zA-Z0-9%!*'();:@&=+$,?#\\[\\]\\-_.~]+)/?$",
                        (x, m) -> settings.file(x, m.group(1))),
                Route.of("^/ping/([a-zA-Z0-9\\-_.:]+)/?$", (x, m) -> ping(m.group(1))),
                Route.of("^/devices/" + ID + "/?$", (x, m) -> devices.delete(x, m.group(1))));
    }

    /** Answers, or throws {@link Crash}. */
    void answer(Exchange exchange, Chaos.Order chaos) throws IOException {
        String path = exchange.target().path();
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(path);
            if (matcher.matches()) {
                exchange.send(route.action().answer(exchange, matcher));
                return;
            }
        }
        Optional<String> collection = listing(path);
        if (collection.isPresent()) {
            collections.list(exchange, collection.get(), chaos);
        } else {
            exchange.send(Reply.noRoute());
        }
    }

    /** Whether the answer will be a stream of documents. */
    boolean isListing(Exchange exchange) {
        return exchange.method().equals("GET")
                && listing(exchange.target().path()).isPresent();
    }

    private Optional<String> listing(String path) {
        Matcher matcher = LISTING.matcher(path);
        return matcher.matches() && collections.has(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    /** Nothing is ever pinged: addresses are unreachable, names are unknown. */
    private static Reply ping(String host) {
        if (!HOST.matcher(host).matches()) {
            return Reply.text(500, "Internal Server Error", "Error: Invalid host");
        }
        boolean name = host.chars().anyMatch(c -> Character.digit(c, 16) < 0 && c != '.' && c != ':');
        return Reply.text(
                500,
                "Internal Server Error",
                "Error: Command failed: ping -w 1 -i 0.2 -c 3 " + host + "\n"
                        + (name ? "ping: " + host + ": Name or service not known\n" : ""));
    }
}
