/** What the ACS does by itself, and what devices download from it: looked over before it is put there, because GenieACS looks over nothing. */
package com.rjchronos.genieacs.setup;
