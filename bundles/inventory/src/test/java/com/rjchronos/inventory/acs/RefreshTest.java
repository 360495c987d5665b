package com.rjchronos.inventory.acs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.acs.AcsScope;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private static final Pattern LEVELS = Pattern.compile("level <= ([0-9]+)");

    /** IPv6 of a TR-098 connection in a vendor's tables, brought with the table of connections. */
    private static final String DEEPEST = "InternetGatewayDevice.WANDevice.1.WANConnectionDevice.1.WANPPPConnection.1."
            + "X_VENDOR_IPv6.IPv6Address.1.IPAddress";

    @Test
    void asksDownToTheDeepestLeafThatAConnectorReads() {
        Matcher levels = LEVELS.matcher(Refresh.of(Set.of("InternetGatewayDevice.WANDevice"), AcsScope.ALL)
                .script());

        assertThat(levels.find()).isTrue();
        assertThat(Integer.parseInt(levels.group(1))).isGreaterThanOrEqualTo(DEEPEST.split("[.]").length);
    }
}
