/**
 * What must be true of a server before the stores may work: version, roles, database, migrations, partitions. No
 * daily work.
 */
package com.rjchronos.persistence.schema;
