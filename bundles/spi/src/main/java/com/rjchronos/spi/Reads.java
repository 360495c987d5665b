package com.rjchronos.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** The objects and parameters a connector reads; a sweep asks for the union over all connectors and no more. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Reads {
    /** The service property is {@code chronos.reads}. */
    String PREFIX_ = "chronos.";

    /**
     * Dotted paths without a trailing dot and without wildcards. One text may hold several, separated by commas and no blanks.
     * A parameter of which neither type nor time is needed is named with {@code ._value} at its end: the ACS then sends a third
     * of the bytes.
     */
    String[] value();
}
