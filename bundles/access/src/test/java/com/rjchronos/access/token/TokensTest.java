package com.rjchronos.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.rjchronos.access.ClockByHand;
import com.rjchronos.access.secret.SecretFile;
import com.rjchronos.model.account.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final UserId ANA = new UserId(7);

    private final ClockByHand clock = new ClockByHand();
    private ECKey key;
    private Tokens tokens;

    @BeforeEach
    void key() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        tokens = new Tokens(key, Duration.ofMinutes(60), clock);
    }

    @Test
    void readsBackWhatItIssued() {
        String token = tokens.issue(ANA, 3).accessToken();

        TokenClaims claims = tokens.verify(token).orElseThrow();

        assertThat(claims.user()).isEqualTo(ANA);
        assertThat(claims.epoch()).isEqualTo(3);
        assertThat(claims.expires()).isEqualTo(clock.instant().plus(Duration.ofMinutes(60)));
    }

    @Test
    void endsATokenThatItRemembersWhenItsTimeIsOver() {
        String token = tokens.issue(ANA, 0).accessToken();
        assertThat(tokens.verify(token)).isPresent();

        clock.pass(Duration.ofMinutes(60));

        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void refusesATokenOfAnotherKeyEvenUnderOurKeysName() throws JOSEException {
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();

        assertThat(tokens.verify(signed(stranger, claims().build()))).isEmpty();
    }

    @Test
    void refusesEveryAlgorithmButItsOwn() throws JOSEException {
        JWTClaimsSet claims = claims().build();
        SignedJWT byPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
        byPublicKey.sign(
                new MACSigner(key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(tokens.verify(byPublicKey.serialize())).isEmpty();
        assertThat(tokens.verify(new PlainJWT(claims).serialize())).isEmpty();
    }

    @Test
    void refusesATokenMadeForAnotherPurposeOrTime() throws JOSEException {
        assertThat(tokens.verify(signed(key, claims().build()))).isPresent();

        assertThat(tokens.verify(signed(key, claims().audience("other").build())))
                .isEmpty();
        assertThat(tokens.verify(signed(key, claims().issuer("other").build()))).isEmpty();
        assertThat(tokens.verify(signed(key, claims().subject("root").build()))).isEmpty();
        assertThat(tokens.verify(signed(key, claims().subject(null).build()))).isEmpty();
        assertThat(tokens.verify(signed(key, claims().claim("epoch", null).build())))
                .isEmpty();
        assertThat(tokens.verify(signed(key, claims().expirationTime(null).build())))
                .isEmpty();
        assertThat(tokens.verify(signed(key, claims().notBeforeTime(in(6)).build())))
                .isEmpty();
        assertThat(tokens.verify(signed(key, claims().notBeforeTime(in(4)).build())))
                .isPresent();
    }

    @Test
    void refusesNonsense() {
        String token = tokens.issue(ANA, 0).accessToken();

        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("a.b.c")).isEmpty();
        assertThat(tokens.verify(token.substring(0, token.length() - 8) + "AAAAAAAA"))
                .isEmpty();
        assertThat(tokens.verify("x".repeat(5000))).isEmpty();
    }

    @Test
    void keepsItsKeyInAFileThatOnlyTheOwnerReads(@TempDir Path directory) throws Exception {
        SecretFile file = new SecretFile(directory.resolve("secrets/token-key"));

        ECKey made = TokenKey.in(file);
        ECKey again = TokenKey.in(file);

        assertThat(again).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void closesAKeyFileThatOthersCouldRead(@TempDir Path directory) throws Exception {
        SecretFile file = new SecretFile(directory.resolve("token-key"));
        TokenKey.in(file);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        TokenKey.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void namesAKeyFileThatItCannotReadAndNotItsContent(@TempDir Path directory) {
        SecretFile file = new SecretFile(directory.resolve("token-key"));
        file.write("{\"kty\":\"EC\",\"d\":\"half-a-key");

        assertThatThrownBy(() -> TokenKey.in(file))
                .hasMessageContaining("token-key")
                .hasMessageNotContaining("half-a-key");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("chronos")
                .audience("chronos-api")
                .subject("7")
                .claim("epoch", 0)
                .notBeforeTime(in(0))
                .expirationTime(in(60));
    }

    private Date in(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }
}
