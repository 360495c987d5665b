/** Accounts as entities. Passwords come hashed and are checked elsewhere. */
package com.rjchronos.persistence.account;
