/** When and from where each ACS is read, and what its silence means. How it is asked is the gateway's business. */
package com.rjchronos.inventory.sweep;
