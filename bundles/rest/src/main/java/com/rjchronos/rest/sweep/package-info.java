/** Sweeps as clients see them. */
package com.rjchronos.rest.sweep;
