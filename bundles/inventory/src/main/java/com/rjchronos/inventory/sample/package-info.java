/** What whoever writes a connector needs to see of devices. Documents come masked from the gateway; nothing is stored here. */
package com.rjchronos.inventory.sample;
