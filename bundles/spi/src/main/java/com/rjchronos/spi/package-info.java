/** The side door: what a vendor connector implements and says of itself. Nothing here knows a vendor. */
@Export
@Version("1.0.0")
package com.rjchronos.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
