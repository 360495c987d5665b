/** The desk where vendor connectors come and go: the one place that calls foreign code. No vendor is named here, nothing stored. */
package com.rjchronos.inventory.connector;
