package com.rjchronos.rest.auth;

import com.rjchronos.model.account.TokenGrant;

/**
 * A token as RFC 6749, section 5.1 spells it.
 *
 * @param expiresIn seconds
 * @param refreshToken null: none is issued yet
 */
public record TokenView(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokenView of(TokenGrant grant) {
        return new TokenView(grant.accessToken(), "bearer", grant.lifetime().toSeconds(), null);
    }

    @Override
    public String toString() {
        return "TokenView[***, " + expiresIn + "]";
    }
}
