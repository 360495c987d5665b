/** Tests of the house as a whole: its layers, and the very archive that ships, in a container and as a process of its own. */
package com.rjchronos.assembly;
