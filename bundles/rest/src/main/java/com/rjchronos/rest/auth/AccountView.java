package com.rjchronos.rest.auth;

import com.rjchronos.model.account.Account;
import java.time.Instant;

/** An account as its owner sees it. */
public record AccountView(
        String id,
        String email,
        String fullName,
        String firstName,
        String lastName,
        String role,
        boolean mustChangePassword,
        Instant createdAt) {

    static AccountView of(Account account) {
        String name = account.fullName().strip();
        int space = name.indexOf(' ');
        return new AccountView(
                account.id().toString(),
                account.email(),
                name,
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1).strip(),
                account.role().code(),
                account.mustChangePassword(),
                account.createdAt());
    }
}
