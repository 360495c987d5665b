package com.rjchronos.testkit;

import com.rjchronos.spi.VendorConnector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a connector says that it reads. */
final class DeclaredReads {
    private static final String PROPERTY = "chronos.reads";

    private DeclaredReads() {}

    static Set<String> of(Class<? extends VendorConnector> connector) {
        Set<String> paths = new LinkedHashSet<>();
        ServiceProperties.of(connector)
                .getOrDefault(PROPERTY, List.of())
                .forEach(text -> paths.addAll(Set.of(text.split(","))));
        return paths;
    }
}
