package com.rjchronos.api;

import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.connector.Trial;
import com.rjchronos.model.connector.TrialDocuments;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** What a connector would read, before it is installed. Nothing is stored, and no sweep hears of it. */
@ProviderType
public interface Trials {

    /**
     * Has a connector read documents. Needs {@code connectors:manage}: the code of a bundle runs with our rights, as if it were installed.
     *
     * @param file a declared connector ({@code .yaml}), or a bundle or KAR that holds one ({@code .jar}, {@code .kar})
     * @throws com.rjchronos.model.problem.ProblemException {@code INVALID} for a file that is no connector or is not trusted, or for a sample that is
     *     no document; {@code NOT_FOUND} for a device that we, or its ACS, do not know; {@code UNAVAILABLE} while an ACS does not answer
     */
    Trial of(Caller caller, Path file, TrialDocuments documents);
}
