package com.rjchronos.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    private static final class Leaving implements HealthIndicator {
        private final Throwable failure;

        Leaving(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public String name() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public Health health() {
            return Health.up("never asked");
        }
    }

    @Test
    void aPartWhoseBundleIsGoneHidesNoOther() {
        StatusCommand.Part gone = StatusCommand.Part.of(new Leaving(new NoClassDefFoundError("a/B")));
        StatusCommand.Part broken = StatusCommand.Part.of(new Leaving(new IllegalStateException("left")));

        assertThat(gone.name()).isEqualTo("Leaving");
        assertThat(gone.health().status()).isEqualTo(Health.Status.DOWN);
        assertThat(gone.health().detail()).contains("NoClassDefFoundError");
        assertThat(broken.health().detail()).contains("left");
    }
}
