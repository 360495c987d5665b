/** From the bytes of an NBI answer to {@code DeviceDocument}s, whatever those bytes are. Jackson types end here; no vendor is named here. */
package com.rjchronos.genieacs.document;
