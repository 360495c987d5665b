/** The {@code chronos:*} commands and the key that opens the shell. A command prints what a door answers; it decides nothing. */
package com.rjchronos.shell;
