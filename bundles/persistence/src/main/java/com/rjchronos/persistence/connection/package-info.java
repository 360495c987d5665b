/** Connections, transactions, and what their failures mean to callers. No table is named here. */
package com.rjchronos.persistence.connection;
