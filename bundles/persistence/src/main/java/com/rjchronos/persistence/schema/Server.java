package com.rjchronos.persistence.schema;

import java.io.IOException;
import java.sql.SQLException;

/** A PostgreSQL that can be made ready for the migrations. */
public sealed interface Server permits EmbeddedServer, OutsideServer {
    int OLDEST_MAJOR = 15;

    /**
     * Sees to the version, the roles and the database; may be repeated at any time.
     *
     * @throws RefusedException if the server is there but cannot serve; the message says what to do
     * @throws SQLException if it does not answer
     */
    Prepared prepare() throws RefusedException, SQLException, IOException, InterruptedException;
}
