/**
 * JSON as the NBI speaks it: plain Java values (Map, List, String, Number, Boolean, null, {@code Moment}) and the error
 * messages of V8's parser. No knowledge of devices, queries or HTTP.
 */
package com.rjchronos.simulator.json;
