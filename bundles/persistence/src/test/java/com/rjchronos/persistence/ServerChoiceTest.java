package com.rjchronos.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.persistence.DatabaseSettings.Outside;
import com.rjchronos.persistence.TestServer.TestDatabase;
import com.rjchronos.persistence.schema.Prepared;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class ServerChoiceTest {

    @Test
    void neverAsksForTheEmbeddedServerWhereAUrlIsSet() throws Exception {
        TestServer own = TestServer.shared();
        TestDatabase database = own.emptyDatabase();
        DatabaseSettings settings = TestServer.settings(Optional.of(
                new Outside(database.endpoint(), "chronos_owner", own.secrets().resolve("database-owner"))));
        BundleContext noFramework = TestServer.fake(BundleContext.class, (proxy, method, arguments) -> {
            throw new AssertionError("asked the framework: " + method);
        });

        try (ServerChoice choice = ServerChoice.of(noFramework, settings, own.secrets())) {
            Prepared prepared = choice.prepare();

            assertThat(prepared.endpoint()).isEqualTo(database.endpoint());
            assertThat(prepared.owner().user()).isEqualTo("chronos_owner");
        }
    }
}
