package com.rjchronos.access;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.UserId;
import com.rjchronos.port.AccountStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts as of at most two seconds ago, so that a request need not ask the database who its caller is. */
final class RecentAccounts {
    private static final Duration AGE = Duration.ofSeconds(2);
    private static final int MAX_ENTRIES = 1_000;

    private record Seen(Account account, Instant at) {}

    private final Map<UserId, Seen> seen = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Seen> eldest) {
            return size() > MAX_ENTRIES;
        }
    };
    private final AccountStore store;
    private final Clock clock;

    RecentAccounts(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Account> find(UserId id) {
        Instant now = clock.instant();
        synchronized (seen) {
            Seen known = seen.get(id);
            if (known != null && now.isBefore(known.at().plus(AGE)) && !now.isBefore(known.at())) {
                return Optional.of(known.account());
            }
        }
        Optional<Account> fresh = store.find(id);
        synchronized (seen) {
            fresh.ifPresentOrElse(account -> seen.put(id, new Seen(account, now)), () -> seen.remove(id));
        }
        return fresh;
    }
}
