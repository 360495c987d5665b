package com.rjchronos.persistence.schema;

import com.rjchronos.persistence.connection.Credentials;
import com.rjchronos.persistence.connection.Endpoint;

/**
 * A server with its roles and its database.
 *
 * @param endpoint the appliance's database
 * @param version of the server, for people
 * @param owner migrates
 * @param app does the daily work
 * @param retention drops partitions
 */
public record Prepared(Endpoint endpoint, String version, Credentials owner, Credentials app, Credentials retention) {}
