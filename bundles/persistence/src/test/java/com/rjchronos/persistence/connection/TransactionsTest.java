package com.rjchronos.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.persistence.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private static Pool pool;
    private static Transactions transactions;

    @BeforeAll
    static void open() throws SQLException {
        TestServer.TestDatabase database = TestServer.shared().emptyDatabase();
        try (Connection owner = database.connect(database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create table t (n int primary key); grant all on t to chronos_app");
        }
        pool = database.pool();
        transactions = new Transactions(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void leavesNothingOfAFailedTransaction() {
        assertThatThrownBy(() -> transactions.write(connection -> {
                    insert(connection, 1);
                    throw new IllegalStateException("broken in the middle");
                }))
                .hasMessage("broken in the middle");

        assertThat(count()).isZero();
    }

    @Test
    void startsAfreshAfterARaceAndTellsThePreparationSo() {
        List<Boolean> preparations = new ArrayList<>();

        transactions.write(
                connection -> {
                    if (preparations.size() == 1) {
                        throw new SQLException("somebody was faster", "23505");
                    }
                    insert(connection, 2);
                    return null;
                },
                Set.of("23505"),
                preparations::add);

        assertThat(preparations).containsExactly(false, true);
        assertThat(count()).isEqualTo(1);
        transactions.write(connection -> execute(connection, "delete from t"));
    }

    @Test
    void givesUpAfterAFewAttempts() {
        List<Boolean> preparations = new ArrayList<>();

        assertThatThrownBy(() -> transactions.write(
                        connection -> {
                            throw new SQLException("deadlock", "40P01");
                        },
                        Set.of(),
                        preparations::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("deadlock");

        assertThat(preparations).hasSize(4);
    }

    @Test
    void callsAStatementThatTakesTooLongUnavailable() {
        assertThatThrownBy(() -> transactions.read(
                        connection -> execute(connection, "set statement_timeout = 50; select pg_sleep(5)")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The database did not answer in time.");
    }

    private static long count() {
        return transactions.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from t")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void insert(Connection connection, int number) throws SQLException {
        execute(connection, "insert into t values (" + number + ")");
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
