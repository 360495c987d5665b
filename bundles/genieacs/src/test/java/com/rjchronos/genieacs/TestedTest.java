package com.rjchronos.genieacs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestedTest {

    @Test
    void whatIsNewerThanOurTestsIsToldFromWhatIsNot() {
        assertThat(Tested.isNewer("1.2.13+2611238497")).isFalse();
        assertThat(Tested.isNewer("1.2.16")).isFalse();
        assertThat(Tested.isNewer("1.1.99")).isFalse();
        assertThat(Tested.isNewer("1.2.17+1")).isTrue();
        assertThat(Tested.isNewer("1.3.0-dev+20260101")).isTrue();
        assertThat(Tested.isNewer("2.0")).isTrue();
        assertThat(Tested.isNewer("nonsense")).isFalse();
    }
}
