package com.rjchronos.persistence.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.port.ConnectorStore.Standing;
import com.rjchronos.port.ConnectorStore.Told;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcConnectorStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");
    private static final Told OLD = told("0.1.0", Standing.HERE, "");
    private Pool pool;
    private JdbcConnectorStore store;

    @BeforeEach
    void open() {
        pool = TestServer.shared().database().pool();
        store = new JdbcConnectorStore(new Transactions(pool));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void remembersWhatWasToldLast() {
        store.tell(List.of(OLD), entry("connector.came"), NOW);
        Told gone = told("0.1.0", Standing.GONE, "");
        Told refused = told("0.2.0", Standing.REFUSED, "00ff");

        store.tell(List.of(gone, refused), entry("connector.replaced"), NOW.plusSeconds(1));

        assertThat(store.told()).containsExactly(gone, refused);
        assertThat(actions()).containsExactly("connector.came system system", "connector.replaced system system");
    }

    @Test
    void tellsOfWhatChangesNoStandingToo() {
        store.tell(List.of(), entry("connector.quarantined"), NOW);

        assertThat(store.told()).isEmpty();
        assertThat(actions()).containsExactly("connector.quarantined system system");
    }

    @Test
    void storesNeitherWithoutTheOther() throws Exception {
        Told impossible = new Told("huawei", null, "1", "", "", Standing.HERE);

        assertThatThrownBy(() -> store.tell(List.of(impossible), entry("connector.came"), NOW))
                .isInstanceOf(RuntimeException.class);

        assertThat(actions()).isEmpty();
    }

    private static Told told(String version, Standing standing, String content) {
        return new Told("huawei", "com.rjchronos.connectors.huawei", version, "file:deploy/x.jar", content, standing);
    }

    private static AuditEntry entry(String action) {
        return AuditEntry.info(
                Caller.system("connectors", Origin.SYSTEM), action, "Something.", Map.of("connector", "huawei"));
    }

    private List<String> actions() {
        return new Transactions(pool).read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select coalesce(string_agg(action || ' ' || actor_type || ' ' || origin,"
                                    + " ',' order by id), '') from activity_logs")) {
                row.next();
                return row.getString(1).isEmpty()
                        ? List.of()
                        : List.of(row.getString(1).split(","));
            }
        });
    }
}
