package com.rjchronos.rest.health;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.rest.door.Doors;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Health boards over component runtimes that a test plays. */
public final class Boards {
    private Boards() {}

    /** A board over components of which none failed. */
    public static HealthBoard of(Doors doors, HealthIndicator... indicators) {
        return of(doors, Clock.systemUTC(), List.of(), indicators);
    }

    static HealthBoard of(
            Doors doors, Clock clock, List<ComponentConfigurationDTO> components, HealthIndicator... indicators) {
        HealthBoard board = new HealthBoard(doors, new FailedComponents(runtime(components)), clock);
        List.of(indicators).forEach(board::add);
        return board;
    }

    public static HealthIndicator indicator(String name, boolean essential, Health health) {
        return new HealthIndicator() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean essential() {
                return essential;
            }

            @Override
            public Health health() {
                return health;
            }
        };
    }

    static ComponentConfigurationDTO component(String bundle, String pid, int state, String failure) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.description = new ComponentDescriptionDTO();
        configuration.description.name = pid + ".Component";
        configuration.description.bundle = new BundleDTO();
        configuration.description.bundle.symbolicName = bundle;
        configuration.properties = Map.of("service.pid", pid);
        configuration.state = state;
        configuration.failure = failure;
        return configuration;
    }

    private static ServiceComponentRuntime runtime(List<ComponentConfigurationDTO> components) {
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                Boards.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? descriptions(components)
                        : components.stream()
                                .filter(c -> c.description == arguments[0])
                                .toList());
    }

    private static Collection<ComponentDescriptionDTO> descriptions(List<ComponentConfigurationDTO> components) {
        List<ComponentDescriptionDTO> descriptions = new ArrayList<>();
        components.forEach(c -> descriptions.add(c.description));
        return descriptions;
    }
}
