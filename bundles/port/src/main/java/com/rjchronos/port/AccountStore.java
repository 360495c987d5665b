package com.rjchronos.port;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Role;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts and what proves them. */
@ProviderType
public interface AccountStore {

    Optional<Credential> findByEmail(String email);

    Optional<Account> find(UserId id);

    /** Makes the first account if there is none, in one transaction; false if there already was one. */
    boolean createFirst(String email, String fullName, Role role, String passwordHash, AuditEntry audit, Instant at);

    /** Notes a log-in, with its entry; also of a refused one, where {@code user} is empty. */
    void recordSignIn(Optional<UserId> user, AuditEntry audit, Instant at);
}
