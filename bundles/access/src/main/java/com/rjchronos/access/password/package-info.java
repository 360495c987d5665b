/** Proving a password: Argon2id, how many at once, and how long to wait after a wrong one. Passwords are never kept. */
package com.rjchronos.access.password;
