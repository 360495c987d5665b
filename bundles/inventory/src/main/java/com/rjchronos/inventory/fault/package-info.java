/** When the faults of each ACS are listed, whose they are, and when one is over. How they are asked for is the gateway's business. */
package com.rjchronos.inventory.fault;
