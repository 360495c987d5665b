/** The one configuration of this bundle. */
package com.rjchronos.inventory.settings;
