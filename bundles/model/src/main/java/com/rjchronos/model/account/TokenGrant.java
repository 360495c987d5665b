package com.rjchronos.model.account;

import java.time.Duration;

/**
 * A bearer token that was just made.
 *
 * @param accessToken secret; shown to its owner once
 * @param lifetime from now
 */
public record TokenGrant(String accessToken, Duration lifetime) {

    @Override
    public String toString() {
        return "TokenGrant[***, " + lifetime + "]";
    }
}
