/** Health of every part, of failed components too, and the two probes. */
package com.rjchronos.rest.health;
