package com.rjchronos.persistence.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void takesAnotherDatabaseOfTheSameServer() {
        Endpoint endpoint = new Endpoint("jdbc:postgresql://127.0.0.1:5433/postgres?sslmode=disable");

        assertThat(endpoint.database("chronos").url())
                .isEqualTo("jdbc:postgresql://127.0.0.1:5433/chronos?sslmode=disable");
        assertThat(endpoint.database("chronos")).hasToString("127.0.0.1:5433/chronos");
    }

    @Test
    void takesOptionsThatTheDriverKnows() {
        assertThat(
                        Endpoint.isOne(
                                "jdbc:postgresql://a.example:5433,b.example/isp?sslmode=verify-full&sslrootcert=/etc/ca.pem&targetServerType=primary"))
                .isTrue();
        assertThat(Endpoint.isOne("jdbc:postgresql://[::1]:5432/isp?sslmode=Require"))
                .isTrue();
    }

    @Test
    void refusesOtherDatabasesAndCredentialsInTheUrl() {
        assertThat(Endpoint.isOne("jdbc:postgresql://db.example/chronos")).isTrue();
        assertThat(Endpoint.isOne("jdbc:mysql://db/x")).isFalse();
        assertThat(Endpoint.isOne("jdbc:postgresql://db/")).isFalse();
        assertThat(Endpoint.isOne("jdbc:postgresql://db/x?ssl=true&password=secret"))
                .isFalse();
        assertThatThrownBy(() -> new Endpoint("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNoPassword() {
        assertThat(new Credentials("app", "geheim").toString()).doesNotContain("geheim");
    }
}
