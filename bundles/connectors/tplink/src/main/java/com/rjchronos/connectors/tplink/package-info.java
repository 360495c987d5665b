/** TP-Link's dialect: its transceiver's registers, its PPP uptime, its PON serial. Nothing of other vendors. */
package com.rjchronos.connectors.tplink;
