package com.rjchronos.model.intent;

/** One task for GenieACS. */
public sealed interface AcsCall {

    /** The GenieACS id of the device it targets. */
    String genieacsId();

    /** Task {@code reboot}. */
    record Reboot(String genieacsId) implements AcsCall {}

    /** Task {@code factoryReset}. */
    record FactoryReset(String genieacsId) implements AcsCall {}

    /**
     * Task {@code refreshObject}.
     *
     * @param objectPath without a trailing dot (a script error in GenieACS); empty means the whole tree
     */
    record Refresh(String genieacsId, String objectPath) implements AcsCall {

        public Refresh {
            if (objectPath.endsWith(".")) {
                throw new IllegalArgumentException("object path must not end with a dot but was " + objectPath);
            }
        }
    }
}
