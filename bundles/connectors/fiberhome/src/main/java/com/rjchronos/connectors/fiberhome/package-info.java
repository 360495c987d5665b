/** FiberHome's dialect: its optical objects, its VLANs beside the connections, its PON serial. Nothing of other vendors. */
package com.rjchronos.connectors.fiberhome;
