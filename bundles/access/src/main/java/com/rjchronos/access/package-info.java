/** The {@code Accounts} door. What a role may do is written here and nowhere else; no HTTP and no SQL. */
package com.rjchronos.access;
