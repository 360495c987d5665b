/**
 * What an ACS has to do by itself so that what connectors read is fresh, and a look at whether it does. How it is told is the gateway's business; no vendor
 * is named here: the paths are those that connectors say they read.
 */
package com.rjchronos.inventory.acs;
