package com.rjchronos.genieacs.document;

/** An answer that is none, or that broke off; the message is for operators. */
public final class BrokenAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenAnswer(String reason) {
        super(reason);
    }
}
