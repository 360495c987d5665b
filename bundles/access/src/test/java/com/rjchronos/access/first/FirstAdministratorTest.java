package com.rjchronos.access.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.rjchronos.access.AccountsInMemory;
import com.rjchronos.access.ClockByHand;
import com.rjchronos.access.password.Argon2Cost;
import com.rjchronos.access.password.Argon2Passwords;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.caller.Role;
import com.rjchronos.model.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class FirstAdministratorTest {
    private static final String EMAIL = "admin@chronos.local";

    private final AccountsInMemory store = new AccountsInMemory();
    private final Argon2Passwords passwords = new Argon2Passwords(new Argon2Cost(64, 1, 1), new SecureRandom());

    @TempDir
    Path secrets;

    private Path file;
    private Path pending;
    private FirstAdministrator first;

    @BeforeEach
    void anEmptyHouse() {
        file = secrets.resolve("first-admin.json");
        pending = secrets.resolve("first-admin.json.pending");
        first = new FirstAdministrator(EMAIL, secrets, store, passwords, new ClockByHand(), new SecureRandom());
    }

    @Test
    void makesAnAdministratorWhosePasswordIsInTheFile() throws Exception {
        first.ensure();

        Credential made = store.credentials.get(0);
        Map<String, Object> shown = JSONObjectUtils.parse(Files.readString(file));
        assertThat(shown).containsOnlyKeys("user", "password").containsEntry("user", EMAIL);
        assertThat(shown.get("password").toString()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(passwords.matches(shown.get("password").toString(), made.passwordHash()))
                .isTrue();
        assertThat(made.account().role()).isEqualTo(Role.ADMIN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(pending).doesNotExist();
        assertThat(store.trail.toString()).doesNotContain(shown.get("password").toString());
    }

    @Test
    void leavesEverythingAsItIsInAHouseThatHasAccounts() throws Exception {
        first.ensure();
        String before = Files.readString(file);

        first.ensure();
        new FirstAdministrator("new@isp.example", secrets, store, passwords, new ClockByHand(), new SecureRandom())
                .ensure();

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(store.credentials).hasSize(1);
        assertThat(pending).doesNotExist();
    }

    @Test
    void finishesWhatACrashAfterTheRowLeftBehind() throws Exception {
        first.ensure();
        String shown = Files.readString(file);
        Files.move(file, pending);

        first.ensure();

        assertThat(Files.readString(file)).isEqualTo(shown);
        assertThat(pending).doesNotExist();
    }

    @Test
    void startsAnewAfterACrashBeforeTheRow() throws Exception {
        Files.writeString(pending, "{\"user\":\"" + EMAIL + "\",\"password\":\"of-no-row\"}");
        Files.writeString(file, "{\"user\":\"" + EMAIL + "\",\"password\":\"of-a-lost-database\"}");

        first.ensure();

        assertThat(Files.readString(file)).doesNotContain("of-no-row", "of-a-lost-database");
        assertThat(store.credentials).hasSize(1);
    }

    @Test
    void throwsAwayAPasswordThatBelongsToNoRow() throws Exception {
        first.ensure();
        String before = Files.readString(file);
        Files.writeString(pending, "{\"user\":\"" + EMAIL + "\",\"password\":\"another\"}");

        first.ensure();

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(pending).doesNotExist();
    }

    @Test
    void writesThePasswordBeforeTheRow() {
        AccountsInMemory broken = new AccountsInMemory();
        FirstAdministrator unlucky = new FirstAdministrator(
                EMAIL, file.resolve("x"), broken, passwords, new ClockByHand(), new SecureRandom());
        writeAFileWhereADirectoryIsNeeded();

        assertThatThrownBy(unlucky::ensure).hasMessageContaining("first-admin.json.pending");
        assertThat(broken.credentials).isEmpty();
    }

    @Test
    void theFileHoldsThePasswordOfTheRowWhoeverElseTriedMeanwhile() throws Exception {
        AccountsInMemory shared = new AccountsInMemory();
        FirstAdministrator second =
                new FirstAdministrator(EMAIL, secrets, shared, passwords, new ClockByHand(), new SecureRandom());
        shared.beforeFirst =
                () -> write(pending, "{\"user\":\"" + EMAIL + "\",\"password\":\"of-another-activation\"}");

        new FirstAdministrator(EMAIL, secrets, shared, passwords, new ClockByHand(), new SecureRandom()).ensure();

        String shown =
                JSONObjectUtils.parse(Files.readString(file)).get("password").toString();
        assertThat(passwords.matches(shown, shared.credentials.get(0).passwordHash()))
                .isTrue();
        assertThat(Files.readString(pending)).as("not ours to delete").contains("of-another-activation");
        second.ensure();
        assertThat(pending).doesNotExist();
        assertThat(JSONObjectUtils.parse(Files.readString(file))).containsEntry("password", shown);
    }

    @Test
    void closingWaitsForTheStepUnderWay() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        UntilDone working = new UntilDone(
                "test-first-administrator",
                () -> {
                    inside.countDown();
                    long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    ended.incrementAndGet();
                },
                Duration.ofMillis(5));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        working.close();

        assertThat(ended).hasValue(1);
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        store.away(true);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Runnable step = () -> {
            if (attempts.incrementAndGet() == 3) {
                store.away(false);
            }
            first.ensure();
            done.countDown();
        };

        UntilDone waiting = new UntilDone("test-first-administrator", step, Duration.ofMillis(5));
        boolean finished = done.await(15, TimeUnit.SECONDS);
        waiting.close();

        assertThat(finished).isTrue();
        assertThat(attempts).hasValue(3);
        assertThat(file).exists();
    }

    @Test
    void neverOverwritesWhileTheDatabaseIsAway() throws Exception {
        Files.writeString(file, "kept");
        store.away(true);

        assertThatThrownBy(first::ensure).isInstanceOf(ProblemException.class);

        assertThat(Files.readString(file)).isEqualTo("kept");
    }

    private void writeAFileWhereADirectoryIsNeeded() {
        write(file, "in the way");
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
