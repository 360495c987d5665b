package com.rjchronos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.rjchronos.access.password.Argon2Cost;
import com.rjchronos.access.password.Argon2Passwords;
import com.rjchronos.access.password.HashingQueue;
import com.rjchronos.access.token.Tokens;
import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.caller.Role;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenAccountsTest {
    private static final String EMAIL = "ana@isp.example";
    private static final String PASSWORD = "correct horse";
    private static final Optional<String> ADDRESS = Optional.of("192.0.2.7");
    private static final Argon2Passwords PASSWORDS = new Argon2Passwords(new Argon2Cost(64, 1, 1), new SecureRandom());

    private final ClockByHand clock = new ClockByHand();
    private final AccountsInMemory store = new AccountsInMemory();
    private Optional<String> pending = Optional.empty();
    private TokenAccounts accounts;

    @BeforeEach
    void oneViewer() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        Tokens tokens = new Tokens(key, Duration.ofMinutes(60), clock);
        HashingQueue queue = new HashingQueue(2, Duration.ofSeconds(5));
        accounts = new TokenAccounts(store, PASSWORDS, queue, tokens, clock, () -> pending);
        store.put(account(true, 0), PASSWORDS.hash(PASSWORD));
    }

    @Test
    void recognisesWhoeverSignedIn() {
        String token = signIn(PASSWORD);

        Caller caller = accounts.authenticate(token, Origin.API, ADDRESS, "trace-2");

        assertThat(caller.actor().id()).contains("7");
        assertThat(caller.actor().name()).isEqualTo("Ana Souza");
        assertThat(caller.traceId()).isEqualTo("trace-2");
        assertThat(caller.may(Permission.DEVICES_READ)).isTrue();
        assertThat(caller.may(Permission.SWEEPS_RUN)).isFalse();
        assertThat(accounts.me(caller).email()).isEqualTo(EMAIL);
    }

    @Test
    void takesTheEmailWithoutRegardToCaseAndBlanks() {
        assertThat(accounts.signIn("  ANA@isp.Example ", PASSWORD, ADDRESS, "t").lifetime())
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void saysTheSameToAWrongPasswordAnUnknownAndAnInactiveAccount() {
        Problem wrong = refused(() -> accounts.signIn(EMAIL, "wrong", ADDRESS, "t"));
        Problem unknown = refused(() -> accounts.signIn("nobody@isp.example", PASSWORD, ADDRESS, "t"));
        store.change(a -> account(false, 0));
        Problem inactive = refused(() -> accounts.signIn(EMAIL, PASSWORD, ADDRESS, "t"));

        assertThat(List.of(wrong, unknown, inactive)).containsOnly(wrong);
        assertThat(wrong.kind()).isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void leavesSignInsAndRefusalsInTheTrailButNothingSecret() {
        String token = signIn(PASSWORD);
        refused(() -> accounts.signIn(EMAIL, "wr0ng-secret", ADDRESS, "t"));
        refused(() -> accounts.signIn("typed-p4ssword-here", "x", ADDRESS, "t"));

        assertThat(store.trail)
                .extracting(AuditEntry::action)
                .containsExactly("session.opened", "session.refused", "session.refused");
        assertThat(store.trail)
                .extracting(AuditEntry::level)
                .containsExactly(AuditEntry.Level.INFO, AuditEntry.Level.WARNING, AuditEntry.Level.WARNING);
        assertThat(store.trail.get(1).details()).containsEntry("reason", "wrong password");
        assertThat(store.signIns).containsExactly(Optional.of(new UserId(7)), Optional.empty(), Optional.empty());
        assertThat(store.trail.toString()).doesNotContain(token, PASSWORD, "wr0ng-secret", "typed-p4ssword-here");
    }

    @Test
    void makesWhoeverGuessesWaitButNobodyElse() {
        for (int i = 0; i < 4; i++) {
            refused(() -> accounts.signIn(EMAIL, "wrong", ADDRESS, "t"));
        }

        Problem waiting = refused(() -> accounts.signIn(EMAIL, PASSWORD, ADDRESS, "t"));

        assertThat(waiting.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
        assertThat(waiting.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(accounts.signIn(EMAIL, PASSWORD, Optional.of("192.0.2.8"), "t"))
                .isNotNull();
        clock.pass(Duration.ofSeconds(1));
        assertThat(signIn(PASSWORD)).isNotEmpty();
    }

    @Test
    void sendsAnAddressThatGuessesNamesAwayBeforeItHashesOrWritesAnything() {
        signIn(PASSWORD);
        for (int i = 0; i < 30; i++) {
            String nobody = "nobody" + i + "@isp.example";
            assertThat(refused(() -> accounts.signIn(nobody, "x", ADDRESS, "t")).kind())
                    .isEqualTo(ProblemKind.UNAUTHENTICATED);
        }
        int written = store.trail.size();
        clock.pass(Duration.ofSeconds(10));

        Problem flood = refused(() -> accounts.signIn("nobody99@isp.example", "x", ADDRESS, "t"));

        assertThat(flood.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
        assertThat(flood.retryAfter()).contains(Duration.ofSeconds(50));
        assertThat(store.trail).hasSize(written);
        assertThat(signIn(PASSWORD)).as("who signed in from there before").isNotEmpty();
        assertThat(refused(() -> accounts.signIn("nobody99@isp.example", "x", Optional.of("192.0.2.8"), "t"))
                        .kind())
                .as("elsewhere")
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
        clock.pass(Duration.ofSeconds(50));
        assertThat(refused(() -> accounts.signIn("nobody99@isp.example", "x", ADDRESS, "t"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void tellsTheTrailOfUnknownAccountsOnceAMinuteWithTheirNumber() {
        for (int i = 0; i < 5; i++) {
            String nobody = "nobody" + i + "@isp.example";
            refused(() -> accounts.signIn(nobody, "x", ADDRESS, "t"));
        }
        refused(() -> accounts.signIn("nobody@isp.example", "x", Optional.of("192.0.2.8"), "t"));
        clock.pass(Duration.ofMinutes(1));
        refused(() -> accounts.signIn("nobody@isp.example", "x", ADDRESS, "t"));

        assertThat(store.trail)
                .extracting(entry -> entry.details().get("attempts"))
                .containsExactly("1", "1", "5");
    }

    @Test
    void refusesATokenWhenTheAccountIsClosedOrItsEpochMoved() {
        String token = signIn(PASSWORD);
        accounts.authenticate(token, Origin.API, ADDRESS, "t");

        store.change(a -> account(true, 1));
        clock.pass(Duration.ofSeconds(2));
        assertThat(refused(() -> accounts.authenticate(token, Origin.API, ADDRESS, "t"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);

        store.change(a -> account(false, 0));
        clock.pass(Duration.ofSeconds(2));
        assertThat(refused(() -> accounts.authenticate(token, Origin.API, ADDRESS, "t"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void asksTheDatabaseForACallerAtMostEveryTwoSeconds() {
        String token = signIn(PASSWORD);

        for (int i = 0; i < 10; i++) {
            accounts.authenticate(token, Origin.API, ADDRESS, "t");
        }
        assertThat(store.finds).isEqualTo(1);

        clock.pass(Duration.ofSeconds(2));
        accounts.authenticate(token, Origin.API, ADDRESS, "t");
        assertThat(store.finds).isEqualTo(2);
    }

    @Test
    void saysUnavailableWhileTheDatabaseIsAway() {
        String token = signIn(PASSWORD);
        store.away(true);

        assertThat(refused(() -> signIn(PASSWORD)).kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(refused(() -> accounts.authenticate(token, Origin.API, ADDRESS, "t"))
                        .kind())
                .isEqualTo(ProblemKind.UNAVAILABLE);
    }

    @Test
    void isNotReadyBeforeThereIsSomebodyToLetIn() {
        pending = Optional.of("The first administrator is being made.");
        assertThat(accounts.health()).isEqualTo(Health.down("The first administrator is being made."));
        assertThat(accounts.essential()).isTrue();

        pending = Optional.empty();
        assertThat(accounts.health().status()).isEqualTo(Health.Status.UP);
    }

    @Test
    void showsNobodyAnAccountWithoutThePermission() {
        Caller system = Caller.system("clock", Origin.SCHEDULE);
        Caller stranger = new Caller(system.actor(), java.util.Set.of(), Origin.API, ADDRESS, "t");

        assertThat(refused(() -> accounts.me(stranger)).kind()).isEqualTo(ProblemKind.FORBIDDEN);
        assertThat(refused(() -> accounts.me(system)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    private String signIn(String password) {
        return accounts.signIn(EMAIL, password, ADDRESS, "trace-1").accessToken();
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private static Account account(boolean active, int epoch) {
        Instant created = Instant.parse("2026-01-01T00:00:00Z");
        return new Account(new UserId(7), EMAIL, "Ana Souza", Role.VIEWER, active, false, epoch, created);
    }
}
