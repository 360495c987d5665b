package com.rjchronos.access.token;

import com.rjchronos.model.account.UserId;
import java.time.Instant;

/**
 * What a genuine token says.
 *
 * @param epoch the account's token epoch when the token was made
 */
public record TokenClaims(UserId user, int epoch, Instant expires) {}
