package com.rjchronos.access;

import com.rjchronos.access.first.FirstAdministrator;
import com.rjchronos.access.first.Undertaking;
import com.rjchronos.access.password.Argon2Passwords;
import com.rjchronos.access.password.BackOff;
import com.rjchronos.access.password.HashingQueue;
import com.rjchronos.access.secret.SecretFile;
import com.rjchronos.access.token.TokenKey;
import com.rjchronos.access.token.Tokens;
import com.rjchronos.api.Accounts;
import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.account.TokenGrant;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.audit.AuditEntry;
import com.rjchronos.model.caller.Actor;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Origin;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.health.Health;
import com.rjchronos.model.health.HealthIndicator;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.ProblemException;
import com.rjchronos.model.problem.ProblemKind;
import com.rjchronos.port.AccountStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Lets people in by e-mail and password, and recognises them by their token afterwards. Not ready before there is somebody to
 * let in: who waits for the appliance reads the first password next.
 */
@Component(
        service = {Accounts.class, HealthIndicator.class},
        immediate = true,
        configurationPid = "com.rjchronos.access")
@Designate(ocd = AccessConfig.class)
public final class TokenAccounts implements Accounts, HealthIndicator {
    private static final String REFUSED = "E-mail or password is wrong, or the account is not active.";

    private final AccountStore store;
    private final RecentAccounts recent;
    private final Argon2Passwords passwords;
    private final HashingQueue queue;
    private final BackOff backOff;
    private final RefusalTally strangers;
    private final Tokens tokens;
    private final Clock clock;
    private final Undertaking first;

    @Activate
    public TokenAccounts(
            AccessConfig config, Map<String, Object> properties, BundleContext context, @Reference AccountStore store) {
        this(AccessSettings.from(config, properties), secrets(context), store, Clock.systemUTC(), new SecureRandom());
    }

    private TokenAccounts(AccessSettings settings, Path secrets, AccountStore store, Clock clock, SecureRandom random) {
        this(
                store,
                new Argon2Passwords(settings.cost(), random),
                new HashingQueue(places(settings), settings.signInWait()),
                new Tokens(TokenKey.in(new SecretFile(secrets.resolve("token-key"))), settings.tokenLifetime(), clock),
                clock,
                FirstAdministrator.start(
                        settings.firstAdminEmail(),
                        secrets,
                        store,
                        new Argon2Passwords(settings.cost(), random),
                        clock,
                        random));
    }

    TokenAccounts(
            AccountStore store,
            Argon2Passwords passwords,
            HashingQueue queue,
            Tokens tokens,
            Clock clock,
            Undertaking first) {
        this.store = store;
        this.recent = new RecentAccounts(store, clock);
        this.passwords = passwords;
        this.queue = queue;
        this.backOff = new BackOff(clock);
        this.strangers = new RefusalTally(clock);
        this.tokens = tokens;
        this.clock = clock;
        this.first = first;
    }

    @Deactivate
    public void close() {
        first.close();
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Health health() {
        return first.pending().map(Health::down).orElse(Health.up("People can sign in."));
    }

    @Override
    public TokenGrant signIn(String email, String password, Optional<String> address, String traceId) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        backOff.admit(name, address);
        Optional<Credential> credential = store.findByEmail(name);
        boolean proven = queue.inTurn(() -> credential.isPresent()
                ? passwords.matches(password, credential.get().passwordHash())
                : passwords.matchesNothing(password));
        Optional<Account> account = credential.map(Credential::account);
        if (!proven || !account.orElseThrow().active()) {
            backOff.failed(name, address);
            throw refuse(account, proven, address, traceId);
        }
        backOff.succeeded(name, address);
        return welcome(account.get(), address, traceId);
    }

    @Override
    public Caller authenticate(String token, Origin origin, Optional<String> address, String traceId) {
        return tokens.verify(token)
                .flatMap(claims -> recent.find(claims.user())
                        .filter(Account::active)
                        .filter(account -> account.tokenEpoch() == claims.epoch()))
                .map(account -> caller(account, origin, address, traceId))
                .orElseThrow(() -> unauthenticated("The token is not valid or has expired; sign in again."));
    }

    @Override
    public Account me(Caller caller) {
        caller.require(Permission.ACCOUNT_SELF);
        return caller.actor()
                .id()
                .flatMap(id -> store.find(new UserId(Long.parseLong(id))))
                .orElseThrow(
                        () -> Problem.notFound("account", caller.actor().name()).thrown());
    }

    private TokenGrant welcome(Account account, Optional<String> address, String traceId) {
        Caller caller = caller(account, Origin.API, address, traceId);
        AuditEntry entry = AuditEntry.info(caller, "session.opened", account.email() + " signed in.", Map.of());
        store.recordSignIn(Optional.of(account.id()), entry, clock.instant());
        return tokens.issue(account.id(), account.tokenEpoch());
    }

    private ProblemException refuse(
            Optional<Account> account, boolean proven, Optional<String> address, String traceId) {
        // whoever knocked has proven nothing: the trail names the account, not the actor; and never what was typed
        Actor stranger = new Actor(Actor.Type.USER, Optional.empty(), "not signed in");
        Caller caller = new Caller(stranger, Set.of(), Origin.API, address, traceId);
        String who = account.map(Account::email).orElse("an unknown account");
        String why = account.isEmpty() ? "unknown account" : proven ? "inactive account" : "wrong password";
        OptionalInt attempts = account.isEmpty() ? strangers.add(address) : OptionalInt.of(1);
        if (attempts.isEmpty()) {
            return unauthenticated(REFUSED);
        }
        AuditEntry entry = new AuditEntry(
                caller,
                "session.refused",
                "A sign-in to " + who + " was refused.",
                AuditEntry.Outcome.ERROR,
                AuditEntry.Level.WARNING,
                Optional.empty(),
                Map.of("account", who, "reason", why, "attempts", String.valueOf(attempts.getAsInt())));
        store.recordSignIn(Optional.empty(), entry, clock.instant());
        return unauthenticated(REFUSED);
    }

    private static Caller caller(Account account, Origin origin, Optional<String> address, String traceId) {
        Actor actor = new Actor(Actor.Type.USER, Optional.of(account.id().toString()), account.fullName());
        return new Caller(actor, RolePermissions.of(account.role()), origin, address, traceId);
    }

    private static ProblemException unauthenticated(String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, detail).thrown();
    }

    private static int places(AccessSettings settings) {
        Runtime runtime = Runtime.getRuntime();
        return HashingQueue.places(
                runtime.availableProcessors(), settings.cost().memoryKib(), runtime.maxMemory());
    }

    private static Path secrets(BundleContext context) {
        String data = Optional.ofNullable(context.getProperty("chronos.data"))
                .or(() -> Optional.ofNullable(context.getProperty("karaf.data")))
                .orElseThrow(() -> new IllegalStateException("Neither chronos.data nor karaf.data is set."));
        return Path.of(data, "secrets");
    }
}
