package com.rjchronos.postgresql;

import static com.rjchronos.postgresql.Workplace.execute;
import static com.rjchronos.postgresql.Workplace.isRoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As root each way is walked; as an ordinary user the server has the same account, whatever the directory looks like. */
class RunAsTest {
    private Path parent;
    private Ownership stranger;
    private Workplace place;
    private EmbeddedPostgres appliance;

    @BeforeEach
    void makeADirectoryThatAllMayEnter() throws Exception {
        parent = Files.createTempDirectory("chronos-postgresql");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        place = Workplace.preparedIn(parent);
        Files.setPosixFilePermissions(place.data, PosixFilePermissions.fromString("rwxr-xr-x"));
        stranger = account("daemon").orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        if (appliance != null) {
            appliance.stop();
        }
        place.close();
        Files.delete(parent);
    }

    @Test
    void stepsDownToAnAccountWithoutPrivileges() throws Exception {
        Ownership server = start();

        if (isRoot()) {
            Ownership expected = account(account("postgres").isPresent() ? "postgres" : "nobody")
                    .orElseThrow();
            assertThat(server).isEqualTo(expected);
            assertThat(remembered()).isEqualTo("setpriv " + expected.uid() + " " + expected.gid());
        } else {
            assertThat(server).isEqualTo(Ownership.ofThisProcess());
        }
    }

    @Test
    void becomesTheOwnerOfTheDataDirectory() throws Exception {
        if (isRoot()) {
            stranger.giveAll(place.data);
        }

        Ownership server = start();

        assertThat(server).isEqualTo(isRoot() ? stranger : Ownership.ofThisProcess());
        assertThat(Ownership.of(place.layout().passwordFile())).isEqualTo(server);
        assertThat(Ownership.of(place.layout().port())).isEqualTo(server);
        assertThat(Ownership.of(place.layout().log())).isEqualTo(server);
    }

    @Test
    void doesNotBecomeAnOwnerWithoutAName() throws Exception {
        if (isRoot()) {
            new Ownership(54_321, 54_321).give(place.layout().root());
        }

        RunAs way = choose();

        assertThat(way.owner().uid()).isNotEqualTo(54_321);
        assertThat(account(Integer.toString(way.owner().uid()))).isPresent();
    }

    @Test
    void findsAnotherWayBehindADoorThatOnlyRootMayEnter() throws Exception {
        Files.setPosixFilePermissions(place.data, PosixFilePermissions.fromString("rwx------"));

        RunAs way = choose();

        if (isRoot()) {
            boolean namespaces = new Command(List.of("unshare", "-U", "true"), parent)
                    .run(Duration.ofSeconds(5), new StopSignal())
                    .succeeded();
            assertThat(way).isInstanceOf(namespaces ? RunAs.UserNamespace.class : RunAs.EnteringAccount.class);
            assertThat(remembered()).isEqualTo(way.text());
            assertThat(start()).isEqualTo(way.owner());
        } else {
            assertThat(way).isEqualTo(RunAs.SameAccount.ofThisProcess());
        }
    }

    @Test
    void passesTheDoorWithOneCapabilityWhereNamespacesAreForbidden() throws Exception {
        Files.setPosixFilePermissions(place.data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(place.layout().runAs(), new RunAs.EnteringAccount(stranger).text());

        Ownership server = start();

        assertThat(server).isEqualTo(isRoot() ? stranger : Ownership.ofThisProcess());
    }

    @Test
    void keepsToTheWayItRemembersOrSaysWhatToDo() throws Exception {
        Files.setPosixFilePermissions(place.data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(place.layout().runAs(), new RunAs.OtherAccount(stranger).text());

        if (isRoot()) {
            assertThatThrownBy(this::start)
                    .hasMessageContaining("setpriv")
                    .hasMessageContaining("unshare -U")
                    .hasMessageContaining("remembered in")
                    .hasMessageContaining("chmod a+x");
            assertThat(place.layout().cluster()).doesNotExist();
        } else {
            assertThat(start()).isEqualTo(Ownership.ofThisProcess());
        }
    }

    @Test
    void givesTheClusterToTheAccountThatIsChosenAnew() throws Exception {
        Ownership first = start();
        appliance.stop();
        Files.writeString(place.layout().runAs(), new RunAs.OtherAccount(stranger).text());

        Ownership second = start();

        assertThat(second).isEqualTo(isRoot() ? stranger : first);
        assertThat(Ownership.of(place.layout().cluster().resolve("base"))).isEqualTo(second);
    }

    @Test
    void readsWhatItHasWritten() throws Exception {
        for (RunAs way : List.of(
                new RunAs.OtherAccount(stranger), new RunAs.EnteringAccount(stranger), new RunAs.UserNamespace())) {
            assertThat(RunAs.parse(way.text())).contains(way);
        }
        assertThat(RunAs.parse("sudo")).isEmpty();
    }

    private Ownership start() throws Exception {
        appliance = place.appliance();
        execute(appliance, "CREATE TABLE IF NOT EXISTS something (n int)");
        return Ownership.of(place.layout().cluster().resolve("postmaster.pid"));
    }

    private RunAs choose() throws Exception {
        return new RunAsChoice(place.layout(), new StopSignal()).choose();
    }

    private Optional<Ownership> account(String name) throws Exception {
        return new RunAsChoice(place.layout(), new StopSignal()).account(name);
    }

    private String remembered() throws Exception {
        return Files.readString(place.layout().runAs()).strip();
    }
}
