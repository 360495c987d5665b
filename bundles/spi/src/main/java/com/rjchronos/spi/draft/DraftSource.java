package com.rjchronos.spi.draft;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Makes connectors of files of one kind; none of them comes into service. */
@ProviderType
public interface DraftSource {

    /** Whether a file is of its kind, by its name. */
    boolean takes(Path file);

    /**
     * The connector that a file declares.
     *
     * @throws IllegalArgumentException if the file breaks a rule; the message says where
     * @throws IOException if it cannot be read
     */
    ConnectorDraft draft(Path file) throws IOException;
}
