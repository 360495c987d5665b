/** Bearer tokens and the key that signs them. No token is ever stored, only its digest. */
package com.rjchronos.access.token;
