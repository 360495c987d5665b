package com.rjchronos.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.rjchronos.model.account.TokenGrant;
import com.rjchronos.model.account.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes and verifies bearer tokens: JWT, ES256 and nothing else. A verified token is remembered by its digest until it
 * expires, at most {@value #MAX_VERIFIED} of them, because one verification costs three quarters of a millisecond.
 */
public final class Tokens {
    private static final String ISSUER = "chronos";
    private static final String AUDIENCE = "chronos-api";
    private static final String EPOCH = "epoch";
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_VERIFIED = 2_000;

    private final Map<String, TokenClaims> verified = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenClaims> eldest) {
            return size() > MAX_VERIFIED;
        }
    };
    private final ECKey key;
    private final Duration lifetime;
    private final Clock clock;

    public Tokens(ECKey key, Duration lifetime, Clock clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public TokenGrant issue(UserId user, int epoch) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.toString())
                .claim(EPOCH, epoch)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token key cannot sign.", e);
        }
        return new TokenGrant(token.serialize(), lifetime);
    }

    /** What a token says; empty if it is malformed, forged, expired, not yet valid, or made for something else. */
    public Optional<TokenClaims> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String digest = digest(token);
        return remembered(digest)
                .or(() -> check(token).map(claims -> remember(digest, claims)))
                .filter(claims -> clock.instant().isBefore(claims.expires()));
    }

    private Optional<TokenClaims> check(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            boolean ours = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && key.getKeyID().equals(header.getKeyID())
                    && jwt.verify(new ECDSAVerifier(key));
            return ours ? claims(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<TokenClaims> claims(JWTClaimsSet claims) throws ParseException {
        boolean meant = ISSUER.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
        Date expires = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        Integer epoch = claims.getIntegerClaim(EPOCH);
        if (!meant || expires == null || notBefore == null || epoch == null || claims.getSubject() == null) {
            return Optional.empty();
        }
        if (clock.instant().plus(SKEW).isBefore(notBefore.toInstant())) {
            return Optional.empty();
        }
        UserId user = new UserId(Long.parseLong(claims.getSubject()));
        return Optional.of(new TokenClaims(user, epoch, expires.toInstant()));
    }

    private Optional<TokenClaims> remembered(String digest) {
        synchronized (verified) {
            return Optional.ofNullable(verified.get(digest));
        }
    }

    private TokenClaims remember(String digest, TokenClaims claims) {
        synchronized (verified) {
            verified.put(digest, claims);
        }
        return claims;
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
