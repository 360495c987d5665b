package com.rjchronos.port;

import com.rjchronos.model.acs.AcsFile;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What devices can download from an ACS. Throws as {@link AcsSetup} does. */
@ProviderType
public interface AcsFiles {

    List<AcsFile> list();

    /** Uploads a file, or replaces the one of this name. GenieACS holds all of it in memory meanwhile. */
    void upload(AcsFile.Label label, Path content);

    /** Deletes a file; nothing happens if there is none. */
    void delete(String name);
}
