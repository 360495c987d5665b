package com.rjchronos.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceIdentity;
import com.rjchronos.model.device.DeviceKind;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings grow part by part: whoever adds one and forgets it in a draft finds out here. */
class PartsTest {

    @ParameterizedTest
    @ValueSource(classes = {DeviceReading.class, WanConnection.class, Wlan.class, Host.class, Station.class})
    void aPartThatIsChangedLeavesEveryOtherAsItWas(Class<? extends Record> type) throws Exception {
        RecordComponent[] parts = type.getRecordComponents();
        Record whole = made(type, values(parts, "one"));
        int changeable = 0;

        for (int i = 0; i < parts.length; i++) {
            Optional<Method> change = changing(type, parts[i]);
            if (change.isPresent()) {
                Object[] expected = values(parts, "one");
                expected[i] = value(parts[i].getGenericType(), "two");

                Object changed = change.get().invoke(whole, expected[i]);

                assertThat(changed).as(parts[i].getName()).isEqualTo(made(type, expected));
                assertThat(changed).as(parts[i].getName()).isNotEqualTo(whole);
                changeable++;
            }
        }

        assertThat(changeable).isGreaterThanOrEqualTo(parts.length - 4);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                DeviceReading.class,
                WanConnection.class,
                Wlan.class,
                Host.class,
                Station.class,
                Ipv6.class,
                Traffic.class,
                OpticalReading.class,
                CustomerNetwork.class,
                Measured.class
            })
    void aPartIsNeverNull(Class<? extends Record> type) {
        RecordComponent[] parts = type.getRecordComponents();

        for (int i = 0; i < parts.length; i++) {
            Object[] values = values(parts, "one");
            values[i] = null;

            assertThatThrownBy(() -> made(type, values))
                    .as(parts[i].getName())
                    .hasCauseInstanceOf(NullPointerException.class);
        }
    }

    private static Optional<Method> changing(Class<?> type, RecordComponent part) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(part.getName()) && method.getParameterCount() == 1)
                .findFirst();
    }

    private static Record made(Class<? extends Record> type, Object[] values) throws Exception {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getConstructor(types).newInstance(values);
    }

    private static Object[] values(RecordComponent[] parts, String which) {
        return Arrays.stream(parts)
                .map(part -> value(part.getGenericType(), which))
                .toArray();
    }

    /** Two different values of every type that a reading holds. */
    private static Object value(Type type, String which) {
        boolean one = which.equals("one");
        if (type instanceof ParameterizedType generic) {
            Object inner = value(generic.getActualTypeArguments()[0], which);
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Measured.class) {
                return new Measured<>(Optional.of(inner), which, Optional.empty());
            }
            return raw == Optional.class ? Optional.of(inner) : raw == Set.class ? Set.of(inner) : List.of(inner);
        }
        Class<?> plain = type instanceof Class<?> known ? known : Object.class;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[one ? 0 : 1];
        }
        Optional<String> text = Optional.of(which);
        return List.<Object>of(
                        which,
                        one,
                        one ? 1 : 2,
                        one ? -1.0 : -2.0,
                        Duration.ofSeconds(one ? 1 : 2),
                        Instant.ofEpochSecond(one ? 1 : 2),
                        one ? DeviceKind.ONU : DeviceKind.CPE,
                        new DeviceIdentity(new AcsId("main"), which, text, text, text, text),
                        one ? OpticalReading.NONE : OpticalReading.power(Optional.empty(), measured(which)),
                        WanConnection.of(which, WanConnection.Type.DHCP),
                        Wlan.of(which),
                        Host.of(which),
                        Station.of(which, which, which),
                        OpticalPower.measured(-20).orElseThrow(),
                        one ? 1L : 2L,
                        new Ipv6(text, text),
                        one ? Traffic.NONE : traffic(),
                        new CustomerNetwork(List.of(Host.of(which)), List.of()))
                .stream()
                .filter(plain::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a value of " + plain + " is needed here"));
    }

    private static Optional<Measured<OpticalPower>> measured(String raw) {
        return Optional.of(new Measured<>(Optional.empty(), raw, Optional.empty()));
    }

    private static Traffic traffic() {
        Optional<Long> count = Optional.of(7L);
        return new Traffic(count, count, count, count, count, count, Optional.empty());
    }
}
