/** The JAX-RS application {@code /api}: HTTP to the front doors and back. Nothing here decides; nothing here knows a database. */
package com.rjchronos.rest;
