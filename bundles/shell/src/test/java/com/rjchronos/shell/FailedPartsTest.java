package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class FailedPartsTest {
    private static final String TRACE =
            "org.example.Wrapped: oops\n\tat a.b\nCaused by: com.rjchronos.SettingsException:"
                    + " Setting refused: file=etc/com.rjchronos.access.cfg key=x value=1 rule=\"y\"\n\tat c.d";

    @Test
    void tellsTheRefusedSetting() {
        assertThat(FailedParts.of(runtime("com.rjchronos.access", ComponentConfigurationDTO.FAILED_ACTIVATION)))
                .isEqualTo(Map.of(
                        "com.rjchronos.pid",
                        "Setting refused: file=etc/com.rjchronos.access.cfg key=x value=1 rule=\"y\""));
    }

    @Test
    void leavesOutWhatIsWellAndWhatIsNotOurs() {
        assertThat(FailedParts.of(runtime("com.rjchronos.access", ComponentConfigurationDTO.ACTIVE)))
                .isEmpty();
        assertThat(FailedParts.of(runtime("org.example", ComponentConfigurationDTO.FAILED_ACTIVATION)))
                .isEmpty();
    }

    private static ServiceComponentRuntime runtime(String bundle, int state) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.bundle = new BundleDTO();
        description.bundle.symbolicName = bundle;
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.properties = Map.of("service.pid", "com.rjchronos.pid");
        configuration.state = state;
        configuration.failure = TRACE;
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                FailedPartsTest.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? List.of(description)
                        : List.of(configuration));
    }
}
