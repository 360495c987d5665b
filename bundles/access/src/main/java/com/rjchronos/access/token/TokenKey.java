package com.rjchronos.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.rjchronos.access.secret.SecretFile;
import java.text.ParseException;

/** The appliance's key pair for tokens: a JWK on P-256 in a file of its own, made when there is none. */
public final class TokenKey {
    private TokenKey() {}

    /** Throws {@code IllegalStateException} naming the file if it holds anything else. */
    public static ECKey in(SecretFile file) {
        return file.read().map(text -> parse(file, text)).orElseGet(() -> make(file));
    }

    private static ECKey parse(SecretFile file, String text) {
        try {
            ECKey key = ECKey.parse(text);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw new IllegalStateException(file.path() + " must hold a private key on P-256.");
            }
            return key;
        } catch (ParseException e) {
            // its message could quote the key
            throw new IllegalStateException(
                    file.path() + " holds no JWK. Restore it, or delete it: everyone then signs in again.");
        }
    }

    private static ECKey make(SecretFile file) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
            file.write(key.toJSONString());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no P-256 keys.", e);
        }
    }
}
