/** One request to the NBI and its answer: how many at once, how long, how often, and whether it arrived. What it means is not known here. */
package com.rjchronos.genieacs.wire;
