package com.rjchronos.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.rest.auth.Allowed;
import com.rjchronos.rest.auth.Public;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.health.Boards;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.core.Application;
import org.junit.jupiter.api.Test;

class EveryMethodIsGuardedTest {
    private final House house = new House();
    private final Doors doors = Doors.of(house, house, house, house);
    private final Application application = new RestApplication("1", doors, Boards.of(doors));

    @Test
    void everyResourceMethodIsEitherAllowedToSomebodyOrPublic() {
        List<Method> methods = resourceMethods().toList();

        assertThat(methods).hasSizeGreaterThan(12).allSatisfy(method -> assertThat(
                        method.isAnnotationPresent(Allowed.class) ^ method.isAnnotationPresent(Public.class))
                .as(method.toString())
                .isTrue());
    }

    @Test
    void onlySignInHealthAndTheRootArePublic() {
        assertThat(resourceMethods().filter(m -> m.isAnnotationPresent(Public.class)))
                .extracting(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName())
                .containsExactlyInAnyOrder(
                        "RootResource.root",
                        "AuthResource.token",
                        "AuthResource.token",
                        "HealthResource.health",
                        "HealthResource.live",
                        "HealthResource.ready");
    }

    private Stream<Method> resourceMethods() {
        return application.getSingletons().stream()
                .map(Object::getClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)));
    }
}
