/** The clock: Camel-Quartz routes, each of which fires one call into {@code api}. Nothing is decided here, nothing remembered. */
package com.rjchronos.scheduling;
