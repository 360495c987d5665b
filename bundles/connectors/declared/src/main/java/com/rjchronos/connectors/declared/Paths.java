package com.rjchronos.connectors.declared;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules for parameters that a file names. */
final class Paths {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
    private static final Pattern SECRET = Pattern.compile("(?i).*(passphrase|password|presharedkey|wepkey).*");
    private static final int MAX_LENGTH = 256; // CWMP's own

    static final String ABSOLUTE_RULE =
            "must be a parameter path that begins with InternetGatewayDevice. or Device., names of "
                    + "[A-Za-z0-9_-] with single dots between, at most " + MAX_LENGTH + " characters, and no password";
    static final String RELATIVE_RULE =
            "must be the name of a parameter, names of [A-Za-z0-9_-] with single dots between, "
                    + "at most 128 characters, and no password";

    static final String SETTABLE_RULE =
            "must be the name of a parameter, names of [A-Za-z0-9_-] with single dots between, at most 128 characters";

    /** A parameter or an object from the root on. */
    static final Predicate<String> ABSOLUTE = path ->
            isPath(path, MAX_LENGTH) && (path.startsWith("InternetGatewayDevice.") || path.startsWith("Device."));

    /** A parameter below an object that is known elsewhere. */
    static final Predicate<String> RELATIVE = path -> isPath(path, MAX_LENGTH / 2);

    /** As {@link #RELATIVE}, of one that is set and never read: a password may be. */
    static final Predicate<String> SETTABLE = path -> isName(path, MAX_LENGTH / 2);

    private Paths() {}

    static String absolute(Entry entry) {
        return entry.text(ABSOLUTE, ABSOLUTE_RULE);
    }

    /** The object that holds a parameter. */
    static String objectOf(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** The parameter's name within its object. */
    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static boolean isPath(String path, int max) {
        return isName(path, max) && !SECRET.matcher(path).matches();
    }

    private static boolean isName(String path, int max) {
        return path.length() <= max && NAME.matcher(path).matches();
    }
}
