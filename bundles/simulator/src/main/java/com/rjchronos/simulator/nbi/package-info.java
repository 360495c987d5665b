/**
 * HTTP: the routes of the NBI with the very status, reason phrase, headers and body that GenieACS sends, its crashes included, and
 * the routes under {@code /_sim}. The only package that knows Jetty.
 */
package com.rjchronos.simulator.nbi;
