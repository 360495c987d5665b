/**
 * The embedded PostgreSQL: binaries, cluster, server process and its supervision, offered as a {@code javax.sql.DataSource} for the superuser.
 *
 * <p>Here never: tables, roles, migrations or a pool (those are {@code persistence}'s), and nothing that starts before somebody asks for the
 * service.
 */
package com.rjchronos.postgresql;
