/** Measures how fast whole documents become readings, beside Jackson's bare walk over the same bytes. Nothing of it ships. */
package com.rjchronos.benchmarks.reading;
