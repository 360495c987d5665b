/**
 * What happens between the ACS and a CPE: queued tasks, sessions that carry them out, the faults they leave, and the heartbeat by
 * which devices inform. Knows no HTTP.
 */
package com.rjchronos.simulator.cwmp;
