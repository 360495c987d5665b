package com.rjchronos.model.intent;

import com.rjchronos.model.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One task for GenieACS. What it refuses or what kills its worker is refused here, before it is sent. */
public sealed interface AcsCall {

    /** The GenieACS id of the device it targets. */
    String genieacsId();

    /** Whether doing it twice is the same as doing it once, so that it may be sent again without proof that it did not arrive. */
    boolean idempotent();

    /** Task {@code reboot}. */
    record Reboot(String genieacsId) implements AcsCall {
        @Override
        public boolean idempotent() {
            return false;
        }
    }

    /** Task {@code factoryReset}. */
    record FactoryReset(String genieacsId) implements AcsCall {
        @Override
        public boolean idempotent() {
            return false;
        }
    }

    /**
     * Task {@code refreshObject}.
     *
     * @param objectPath without a trailing dot (a script error in GenieACS); empty means the whole tree
     */
    record Refresh(String genieacsId, String objectPath) implements AcsCall {

        public Refresh {
            if (!objectPath.isEmpty()) {
                Paths.require(objectPath);
            }
        }

        @Override
        public boolean idempotent() {
            return true;
        }
    }

    /** Task {@code getParameterValues}; CWMP answers for the list as a whole, so one unknown path faults it. */
    record Get(String genieacsId, List<String> paths) implements AcsCall {

        public Get {
            paths = List.copyOf(paths);
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("getParameterValues needs a path");
            }
            paths.forEach(Paths::require);
        }

        @Override
        public boolean idempotent() {
            return true;
        }
    }

    /** Task {@code setParameterValues}: all of them or, where the device refuses one, none. */
    record Set(String genieacsId, List<Setting> settings) implements AcsCall {

        public Set {
            settings = List.copyOf(settings);
            if (settings.isEmpty()) {
                throw new IllegalArgumentException("setParameterValues needs a parameter");
            }
            long distinct = settings.stream().map(Setting::path).distinct().count();
            if (distinct != settings.size()) {
                throw new IllegalArgumentException("setParameterValues names a parameter twice");
            }
        }

        @Override
        public boolean idempotent() {
            return true;
        }
    }

    /**
     * Task {@code download}: the device fetches a file that was uploaded to the ACS.
     *
     * @param fileType as CWMP spells it, e.g. {@code 1 Firmware Upgrade Image}
     * @param fileName the file's name in GenieACS
     * @param targetFileName how the device is to name it
     */
    record Download(String genieacsId, String fileType, String fileName, Optional<String> targetFileName)
            implements AcsCall {

        public Download {
            if (fileType.isBlank() || fileName.isBlank()) {
                throw new IllegalArgumentException("download needs a file type and a file name");
            }
        }

        @Override
        public boolean idempotent() {
            return false;
        }
    }

    /**
     * One parameter and what it is to be: a text, a whole number or a flag, or a secret text.
     *
     * @param type as XML Schema spells it, e.g. {@code xsd:unsignedInt}; GenieACS decides by what the device says and ignores it
     */
    record Setting(String path, Object value, String type) {

        public Setting {
            Paths.require(path);
            if (!(value instanceof String
                    || value instanceof Long
                    || value instanceof Boolean
                    || value instanceof Secret)) {
                throw new IllegalArgumentException("a parameter is set to a text, a whole number or a flag: " + path);
            }
            String text = value instanceof Secret secret ? secret.reveal() : value.toString();
            if (!XmlText.carries(text)) { // not shown: it may be a password
                throw new IllegalArgumentException(
                        "a parameter is set to characters that XML 1.0 allows, for CWMP is XML: " + path);
            }
        }

        public static Setting text(String path, String value) {
            return new Setting(path, value, "xsd:string");
        }

        public static Setting secret(String path, Secret value) {
            return new Setting(path, value, "xsd:string");
        }

        public static Setting number(String path, long value) {
            return new Setting(path, value, value < 0 ? "xsd:int" : "xsd:unsignedInt");
        }

        public static Setting flag(String path, boolean value) {
            return new Setting(path, value, "xsd:boolean");
        }
    }

    /** The one rule for parameter paths. */
    final class Paths {
        private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
        private static final int MAX_LENGTH = 256; // CWMP's own limit for a parameter name

        private Paths() {}

        static void require(String path) {
            if (path.length() > MAX_LENGTH || !PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "a parameter path is names of [A-Za-z0-9_-] with single dots between, at most 256 characters, but was "
                                + path);
            }
        }
    }
}
