/** Intelbras's dialect: its optical objects, its WAN parameters, its PON serial. Nothing of other vendors. */
package com.rjchronos.connectors.intelbras;
