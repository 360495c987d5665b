/** Files that only the appliance's own user may read. */
package com.rjchronos.access.secret;
