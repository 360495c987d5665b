package com.rjchronos.inventory.fault;

import com.rjchronos.model.acs.AcsFault;
import com.rjchronos.model.acs.AcsFault.Refused;
import java.util.regex.Pattern;

/** Hides what may be a secret in a device's words: some repeat the value that they refuse. */
final class Masked {
    private static final Pattern SECRET = Pattern.compile("(?i)pass|secret|sharedkey|wepkey|credential");
    private static final Pattern VALUE = Pattern.compile("(['\"]).*?\\1|(?<=[=:]\\s{0,3})\\S+");
    private static final String MASK = "****";

    private Masked() {}

    /** Where a fault is about a secret: without what its message quotes, and without the device's words on the parameter. */
    static AcsFault of(AcsFault fault) {
        boolean about = SECRET.matcher(fault.message()).find()
                || fault.refused().stream().anyMatch(Masked::isSecret);
        return new AcsFault(
                fault.genieacsId(),
                fault.channel(),
                fault.code(),
                about ? VALUE.matcher(fault.message()).replaceAll(MASK) : fault.message(),
                fault.refused().stream().map(Masked::of).toList(),
                fault.retries(),
                fault.at());
    }

    private static Refused of(Refused refused) {
        return isSecret(refused) ? new Refused(refused.parameter(), refused.code(), MASK) : refused;
    }

    private static boolean isSecret(Refused refused) {
        return SECRET.matcher(refused.parameter()).find()
                || SECRET.matcher(refused.message()).find();
    }
}
