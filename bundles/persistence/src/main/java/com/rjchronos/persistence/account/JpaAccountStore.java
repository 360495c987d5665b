package com.rjchronos.persistence.account;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Role;
import com.rjchronos.persistence.connection.SqlProblems;
import com.rjchronos.persistence.connection.Transactions;
import com.rjchronos.persistence.row.StoredInstant;
import com.rjchronos.persistence.row.StoredText;
import com.rjchronos.persistence.schema.Partitions;
import com.rjchronos.persistence.trail.RetentionClass;
import com.rjchronos.persistence.trail.Trail;
import com.rjchronos.port.AccountStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as entities; their trail goes through the same connection and transaction. */
@Component
public final class JpaAccountStore implements AccountStore {
    private static final int EMAIL = 254;
    private static final int FULL_NAME = 200;

    private final JpaTemplate jpa;
    private final Partitions partitions;

    @Activate
    public JpaAccountStore(
            @Reference(target = "(osgi.unit.name=chronos)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=chronos)") DataSource pool) {
        this(jpa, new Partitions(new Transactions(pool)));
    }

    JpaAccountStore(JpaTemplate jpa, Partitions partitions) {
        this.jpa = jpa;
        this.partitions = partitions;
    }

    @Override
    public Optional<Credential> findByEmail(String email) {
        String wanted = StoredText.limited(email, EMAIL + 1).toLowerCase(Locale.ROOT);
        return inTransaction(em -> em
                .createQuery("select u from UserEntity u where lower(u.email) = :email", UserEntity.class)
                .setParameter("email", wanted)
                .getResultList()
                .stream()
                .findFirst()
                .map(UserEntity::credential));
    }

    @Override
    public Optional<Account> find(UserId id) {
        return inTransaction(
                em -> Optional.ofNullable(em.find(UserEntity.class, id.value())).map(UserEntity::account));
    }

    @Override
    public boolean createFirst(
            String email, String fullName, Role role, String passwordHash, AuditEntry audit, Instant at) {
        partitions.ensureTrail(RetentionClass.SECURITY, at);
        return inTransaction(em -> {
            em.createNativeQuery("lock table users in share row exclusive mode").executeUpdate();
            if (em.createQuery("select count(u) from UserEntity u", Long.class).getSingleResult() > 0) {
                return false;
            }
            em.persist(UserEntity.first(
                    StoredText.limited(email, EMAIL), StoredText.limited(fullName, FULL_NAME), role, passwordHash, at));
            em.flush();
            append(em, audit, at);
            return true;
        });
    }

    @Override
    public void recordSignIn(Optional<UserId> user, AuditEntry audit, Instant at) {
        partitions.ensureTrail(RetentionClass.SECURITY, at);
        inTransaction(em -> {
            // not through the entity: a log-in must not fail because somebody edits the account, and moves no version
            user.ifPresent(id -> em.createNativeQuery("update users set last_login_at = ? where id = ?")
                    .setParameter(1, StoredInstant.parameter(at))
                    .setParameter(2, id.value())
                    .executeUpdate());
            append(em, audit, at);
            return null;
        });
    }

    private static void append(EntityManager em, AuditEntry audit, Instant at) {
        try {
            Trail.append(em.unwrap(Connection.class), at, RetentionClass.SECURITY, List.of(audit));
        } catch (SQLException e) {
            throw SqlProblems.of(e);
        }
    }

    private <T> T inTransaction(EmFunction<T> work) {
        try {
            return jpa.txExpr(TransactionType.Required, work);
        } catch (RuntimeException e) {
            throw SqlProblems.of(e);
        }
    }
}
