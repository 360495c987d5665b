package com.rjchronos.model.connector;

/**
 * A device document that may be shown: no secret is in it, nor what identifies a subscriber.
 *
 * @param name what it is a sample of, {@code manufacturer-product}, fit for the name of a file: small letters, digits and hyphens
 * @param json the document
 */
public record Sample(String name, String json) {

    public Sample {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a sample's name must be of a-z, 0-9 and - but was " + name);
        }
    }
}
