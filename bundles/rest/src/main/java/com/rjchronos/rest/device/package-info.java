/** Devices as clients see them, and the filters of their lists. */
package com.rjchronos.rest.device;
