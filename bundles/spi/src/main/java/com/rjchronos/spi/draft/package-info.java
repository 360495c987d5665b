/** How a connector is made of a file without being installed, so that it can be tried. No connector needs anything of this. */
@Export
@Version("1.0.0")
package com.rjchronos.spi.draft;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
