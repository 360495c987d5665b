package com.rjchronos.access.first;

import java.util.Optional;

/** Work in the background that ends some day; closing it gives up. */
public interface Undertaking extends AutoCloseable {

    /** Why it is not done yet; empty when it is. */
    Optional<String> pending();

    @Override
    default void close() {}
}
