package com.rjchronos.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Role;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.persistence.Eventually;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.schema.Partitions;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAccountStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final AuditEntry CREATED = AuditEntry.info(
            Caller.system("setup", Origin.SYSTEM),
            "account.created",
            "The first account was made.",
            Map.of("email", "admin@isp"));
    private Pool pool;
    private EntityManagerFactory entities;
    private JpaAccountStore accounts;

    @BeforeEach
    void open() {
        pool = TestServer.shared().database().pool();
        entities =
                Persistence.createEntityManagerFactory("chronos", Map.of("javax.persistence.nonJtaDataSource", pool));
        accounts = new JpaAccountStore(new LocalTemplate(entities), new Partitions(new Transactions(pool)));
    }

    @AfterEach
    void close() {
        entities.close();
        pool.close();
    }

    @Test
    void makesTheFirstAccountOnce() {
        assertThat(accounts.createFirst("Admin@ISP.example", "José", Role.ADMIN, "$argon2id$x", CREATED, NOW))
                .isTrue();
        assertThat(accounts.createFirst("other@isp.example", "Other", Role.ADMIN, "$argon2id$y", CREATED, NOW))
                .isFalse();

        Account account =
                accounts.findByEmail("admin@isp.EXAMPLE").orElseThrow().account();
        assertThat(account)
                .isEqualTo(new Account(account.id(), "Admin@ISP.example", "José", Role.ADMIN, true, true, 0, NOW));
        assertThat(accounts.find(account.id())).contains(account);
        assertThat(accounts.findByEmail("other@isp.example")).isEmpty();
        assertThat(accounts.find(new UserId(999))).isEmpty();
        assertThat(trail()).containsExactly("account.created/security/success/null");
    }

    @Test
    void makesOneFirstAccountAlsoWhenManyTry() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String email = "admin" + i + "@isp";
            attempts.add(() -> accounts.createFirst(email, "A", Role.ADMIN, "x", CREATED, NOW));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int made = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                made += attempt.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void notesSignInsAndRefusals() {
        accounts.createFirst("admin@isp", "A", Role.ADMIN, "x", CREATED, NOW);
        UserId id = accounts.findByEmail("admin@isp").orElseThrow().account().id();
        Caller person = new Caller(
                new Actor(Actor.Type.USER, Optional.of(id.toString()), "A"),
                Set.of(),
                Origin.API,
                Optional.of("10.0.0.9"),
                "t-1");

        accounts.recordSignIn(
                Optional.of(id), AuditEntry.info(person, "auth.signed-in", "Signed in.", Map.of()), NOW.plusSeconds(1));
        accounts.recordSignIn(
                Optional.empty(),
                new AuditEntry(
                        Caller.system("nobody", Origin.API),
                        "auth.refused",
                        "Refused.",
                        AuditEntry.Outcome.ERROR,
                        AuditEntry.Level.WARNING,
                        Optional.empty(),
                        Map.of("email", "a\u0000b")),
                NOW.plusSeconds(2));

        assertThat(trail())
                .containsExactly(
                        "account.created/security/success/null",
                        "auth.signed-in/security/success/" + id,
                        "auth.refused/security/error/null");
        assertThat(texts("select last_login_at at time zone 'UTC' from users"))
                .containsExactly("2026-11-23 10:00:01.123456");
    }

    @Test
    void isUnavailableWhileTheServerIsAwayAndHealsByItself() {
        accounts.createFirst("admin@isp", "A", Role.ADMIN, "x", CREATED, NOW);
        TestServer.shared().stop();
        try {
            Eventually.isTrue(() -> !pool.state().up());

            assertThatThrownBy(() -> accounts.findByEmail("admin@isp"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("The database is not available.");
        } finally {
            TestServer.shared().start();
        }
        Eventually.isTrue(() -> pool.state().up());
        assertThat(accounts.findByEmail("admin@isp")).isPresent();
    }

    private List<String> trail() {
        return texts(
                "select concat_ws('/', action, retention_class, outcome, coalesce(user_id::text, 'null')) from activity_logs order by id");
    }

    private List<String> texts(String sql) {
        return new Transactions(pool).read(connection -> {
            List<String> texts = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        });
    }
}
