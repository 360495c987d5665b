package com.rjchronos.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlProblemsTest {

    @Test
    void aFactoryThatIsReplacedUnderACallIsADatabaseThatIsAwayForAMoment() {
        RuntimeException closed = new UndeclaredThrowableException(
                new InvocationTargetException(new IllegalStateException("closed EntityManagerFactory")));

        assertThat(kind(SqlProblems.of(closed))).isEqualTo(ProblemKind.UNAVAILABLE);
    }

    @Test
    void aConnectionThatBrokeInsideAnotherLibraryIsOneToo() {
        RuntimeException wrapped = new IllegalArgumentException(new SQLException("gone", "08006"));

        assertThat(kind(SqlProblems.of(wrapped))).isEqualTo(ProblemKind.UNAVAILABLE);
    }

    @Test
    void aBugStaysABug() {
        RuntimeException bug = new IllegalArgumentException("null");

        assertThat(SqlProblems.of(bug)).isSameAs(bug);
    }

    private static ProblemKind kind(RuntimeException failure) {
        assertThat(failure).isInstanceOf(ProblemException.class);
        return ((ProblemException) failure).problem().kind();
    }
}
