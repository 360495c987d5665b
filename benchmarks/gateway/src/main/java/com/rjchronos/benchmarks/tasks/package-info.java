/** Measures how fast commands get into GenieACS's queue, beside a bare client that only sends them. Nothing of it ships. */
package com.rjchronos.benchmarks.tasks;
