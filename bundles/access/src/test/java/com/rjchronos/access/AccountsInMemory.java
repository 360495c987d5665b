package com.rjchronos.access;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Role;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.AccountStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts in a list, with a switch that takes the database away. */
public final class AccountsInMemory implements AccountStore {
    public final List<Credential> credentials = new ArrayList<>();
    public final List<AuditEntry> trail = new ArrayList<>();
    public final List<Optional<UserId>> signIns = new ArrayList<>();
    public int finds;
    public Runnable beforeFirst = () -> {};
    private boolean away;

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    public synchronized void put(Account account, String hash) {
        credentials.add(new Credential(account, hash));
    }

    public synchronized void change(UnaryOperator<Account> change) {
        credentials.replaceAll(c -> new Credential(change.apply(c.account()), c.passwordHash()));
    }

    @Override
    public synchronized Optional<Credential> findByEmail(String email) {
        answering();
        return credentials.stream()
                .filter(c -> c.account().email().equalsIgnoreCase(email))
                .findFirst();
    }

    @Override
    public synchronized Optional<Account> find(UserId id) {
        answering();
        finds++;
        return credentials.stream()
                .map(Credential::account)
                .filter(a -> a.id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized boolean createFirst(
            String email, String fullName, Role role, String passwordHash, AuditEntry audit, Instant at) {
        answering();
        beforeFirst.run();
        if (!credentials.isEmpty()) {
            return false;
        }
        trail.add(audit);
        put(new Account(new UserId(1), email, fullName, role, true, true, 0, at), passwordHash);
        return true;
    }

    @Override
    public synchronized void recordSignIn(Optional<UserId> user, AuditEntry audit, Instant at) {
        answering();
        signIns.add(user);
        trail.add(audit);
    }

    private void answering() {
        if (away) {
            throw Problem.unavailable("The database is away.", Duration.ofSeconds(2))
                    .thrown();
        }
    }
}
