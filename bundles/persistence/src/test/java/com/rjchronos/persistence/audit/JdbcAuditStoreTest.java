package com.rjchronos.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.persistence.TestServer;
import com.rjchronos.persistence.connection.Pool;
import com.rjchronos.persistence.connection.Transactions;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbcAuditStoreTest {

    @Test
    void appendsAnEntryOfAnyMonth() {
        try (Pool pool = TestServer.shared().database().pool()) {
            Transactions transactions = new Transactions(pool);
            JdbcAuditStore store = new JdbcAuditStore(transactions);

            store.append(entry("before"), Instant.parse("2026-11-23T10:00:00Z"));
            store.append(entry("after"), Instant.parse("2027-03-23T10:00:00Z"));

            String stored = transactions.read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select string_agg(action || ' ' || origin || ' ' || (details ->> 'said'), ',' order by id)"
                                        + " from activity_logs")) {
                    row.next();
                    return row.getString(1);
                }
            });
            assertThat(stored).isEqualTo("acs.setup shell before,acs.setup shell after");
        }
    }

    private static AuditEntry entry(String said) {
        return AuditEntry.info(
                Caller.system("shell", Origin.SHELL), "acs.setup", "ACS main was set up.", Map.of("said", said));
    }
}
