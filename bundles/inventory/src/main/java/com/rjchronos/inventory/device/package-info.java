/** What documents mean for the devices that are stored: intake, comparison, connectivity. No SQL, no JSON, no vendor. */
package com.rjchronos.inventory.device;
