package com.rjchronos.postgresql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which account PostgreSQL runs, which refuses to be root. */
sealed interface RunAs {

    /** What goes before a program to run it under this account. */
    List<String> prefix();

    /** Who has to own the cluster then. */
    Ownership owner();

    /** One line from which {@link #parse} makes this again. */
    String text();

    default List<String> command(List<String> line) {
        List<String> whole = new ArrayList<>(prefix());
        whole.addAll(line);
        return whole;
    }

    static Optional<RunAs> parse(String text) {
        if (text.equals(new UserNamespace().text())) {
            return Optional.of(new UserNamespace());
        }
        Matcher words = Pattern.compile("(setpriv|setpriv-dac) ([0-9]{1,9}) ([0-9]{1,9})")
                .matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        Ownership account = new Ownership(Integer.parseInt(words.group(2)), Integer.parseInt(words.group(3)));
        return Optional.of(words.group(1).equals("setpriv") ? new OtherAccount(account) : new EnteringAccount(account));
    }

    /** The appliance is an ordinary user, and so is its server. */
    record SameAccount(Ownership owner) implements RunAs {
        static SameAccount ofThisProcess() throws IOException {
            return new SameAccount(Ownership.ofThisProcess());
        }

        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public String text() {
            return "same " + owner.uid() + " " + owner.gid();
        }
    }

    /** The appliance is root and steps down to an account without privileges. */
    record OtherAccount(Ownership owner) implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + owner.uid(), "--regid=" + owner.gid(), "--clear-groups");
        }

        @Override
        public String text() {
            return "setpriv " + owner.uid() + " " + owner.gid();
        }
    }

    /**
     * The same, but allowed past the doors of directories that only root may enter, where user namespaces are forbidden: in a container,
     * somewhere below /root.
     */
    record EnteringAccount(Ownership owner) implements RunAs {
        @Override
        public List<String> prefix() {
            List<String> prefix = new ArrayList<>(new OtherAccount(owner).prefix());
            prefix.addAll(List.of(
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override",
                    "--securebits=+no_setuid_fixup")); // else access(2), which initdb asks, ignores the capability
            return prefix;
        }

        @Override
        public String text() {
            return "setpriv-dac " + owner.uid() + " " + owner.gid();
        }
    }

    /** The appliance is root, and its server runs where root has no name: for directories that only root may enter. */
    record UserNamespace() implements RunAs {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public Ownership owner() {
            return Ownership.ROOT;
        }

        @Override
        public String text() {
            return "unshare";
        }
    }
}
