package com.rjchronos.persistence.account;

import com.rjchronos.model.account.Account;
import com.rjchronos.model.account.Credential;
import com.rjchronos.model.account.UserId;
import com.rjchronos.model.caller.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** A row of {@code users}. */
@Entity
@Table(name = "users")
public class UserEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "full_name")
    private String fullName;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;

    @Column(name = "is_active")
    private boolean active;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "token_epoch")
    private int tokenEpoch;

    @Column(name = "last_login_at")
    private OffsetDateTime lastLoginAt;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "updated_at")
    private OffsetDateTime updatedAt;

    @Version
    private long version;

    /** For JPA. */
    protected UserEntity() {}

    static UserEntity first(String email, String fullName, Role role, String passwordHash, Instant at) {
        UserEntity user = new UserEntity();
        user.email = email;
        user.fullName = fullName;
        user.role = role.code();
        user.passwordHash = passwordHash;
        user.active = true;
        user.mustChangePassword = true;
        user.createdAt = at.atOffset(ZoneOffset.UTC);
        user.updatedAt = user.createdAt;
        return user;
    }

    Account account() {
        return new Account(
                new UserId(id),
                email,
                fullName,
                Role.parse(role).orElseThrow(),
                active,
                mustChangePassword,
                tokenEpoch,
                createdAt.toInstant());
    }

    Credential credential() {
        return new Credential(account(), passwordHash);
    }
}
