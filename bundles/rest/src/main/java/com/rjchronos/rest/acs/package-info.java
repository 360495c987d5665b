/** The ACSs in service as clients see them, and setting them up. */
package com.rjchronos.rest.acs;
