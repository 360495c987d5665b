/** The GenieACS northbound interface: its routes, its questions, its moods. Camel and HttpClient types end here; nothing is decided here. */
package com.rjchronos.genieacs;
