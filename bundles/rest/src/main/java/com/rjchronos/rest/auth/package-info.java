/** Signing in, and the one filter that knows who is calling and what the method asks for. */
package com.rjchronos.rest.auth;
