package com.rjchronos.genieacs.wire;

import java.io.IOException;

/** A body that came, and is not what it should be; the message is for operators. */
public final class UnusableBody extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableBody(String words) {
        super(words);
    }
}
