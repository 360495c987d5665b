/** Hand-written stand-ins for the doors of this bundle. */
package com.rjchronos.inventory.fake;
