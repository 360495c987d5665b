/** ZTE's dialect: its optical objects in both encodings, its WAN parameters, its PON serial. Nothing of other vendors. */
package com.rjchronos.connectors.zte;
