package com.rjchronos.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.persistence.Eventually;
import com.rjchronos.persistence.TestServer;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartTest {

    @Test
    void failsFastWhileTheServerIsAwayAndHealsByItself() {
        TestServer server = TestServer.shared();
        try (Pool pool = server.database().pool()) {
            Transactions transactions = new Transactions(pool);
            assertThat(one(transactions)).isEqualTo(1);

            server.stop();
            Eventually.isTrue(() -> !pool.state().up());
            long began = System.nanoTime();
            ProblemException problem = catchThrowableOfType(ProblemException.class, () -> one(transactions));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(problem.problem().kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(problem.problem().detail()).startsWith("The database is not available");
            assertThat(problem.problem().retryAfter()).contains(Duration.ofSeconds(5));
            assertThat(took).isLessThan(Duration.ofMillis(500));

            server.start();
            Eventually.isTrue(() -> pool.state().up());
            assertThat(one(transactions)).isEqualTo(1);
        }
    }

    private static int one(Transactions transactions) {
        return transactions.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select 1")) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
