/**
 * A GenieACS northbound interface look-alike with a living fleet: a program, and a component for the demo. Never in production, and
 * no other bundle may depend on it. Here lives only what starts, stops and configures it.
 */
package com.rjchronos.simulator;
