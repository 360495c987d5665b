package com.rjchronos.genieacs.document;

/** One document that cannot be read, while others can. */
final class MalformedDocument extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedDocument(String reason) {
        super(reason, null, false, false);
    }
}
