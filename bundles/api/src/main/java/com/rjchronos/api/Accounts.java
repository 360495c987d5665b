package com.rjchronos.api;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.TokenGrant;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who may come in. */
@ProviderType
public interface Accounts {

    /**
     * Exchanges a password for a bearer token.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code UNAUTHENTICATED}, the same for an unknown account, a wrong
     *     password and an inactive account; {@code TOO_MANY_REQUESTS} when too many attempts are under way
     */
    TokenGrant signIn(String email, String password, Optional<String> address, String traceId);

    /**
     * The caller behind a bearer token.
     *
     * @throws com.rjchronos.model.problem.ProblemException {@code UNAUTHENTICATED} if the token is malformed, forged, expired or
     *     of an account that may not come in any more
     */
    Caller authenticate(String token, Origin origin, Optional<String> address, String traceId);

    /** The caller's own account. */
    Account me(Caller caller);
}
