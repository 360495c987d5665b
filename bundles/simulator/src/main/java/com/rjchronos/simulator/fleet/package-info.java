/**
 * The devices: templates that a whole model shares, what each device has of its own, how it lives (informs, drifts, goes away and
 * comes back), and the fleet they make. Knows nothing of HTTP, and of tasks only what they do to a device.
 */
package com.rjchronos.simulator.fleet;
