package com.rjchronos.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Which devices a connector speaks for. Becomes service properties, read without loading a class of the connector.
 *
 * <p>Precedence, the most telling first: oui and productClass together, productClass, serialPrefix, hasObject, manufacturer,
 * oui; among equals the higher bundle version, the other stands by. {@code model} and {@code exceptManufacturer} narrow any of them. All texts but
 * {@code oui}, {@code serialPrefix} and {@code hasObject} are regular expressions that match the whole value without regard to
 * case. A connector without any claim is the fallback for devices nobody else speaks for.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SpeaksFor {
    /** Service properties are {@code chronos.speaks.manufacturer} and so on. */
    String PREFIX_ = "chronos.speaks.";

    /** Regular expressions for {@code _deviceId._Manufacturer}. */
    String[] manufacturer() default {};

    /** Six hex digits each. */
    String[] oui() default {};

    /** Regular expressions for {@code _deviceId._ProductClass}. */
    String[] productClass() default {};

    /** Regular expressions for {@code DeviceInfo.ModelName}. */
    String[] model() default {};

    /** Beginnings of the serial, e.g. {@code HWTC}; the 16-hex-digit spelling of a GPON serial is understood. */
    String[] serialPrefix() default {};

    /** Paths of objects only this vendor has. */
    String[] hasObject() default {};

    /**
     * Regular expressions for {@code _deviceId._Manufacturer} of whom it leaves to others, whatever else it claims: for a firmware
     * that many makers share, some of which have a connector of their own.
     */
    String[] exceptManufacturer() default {};
}
