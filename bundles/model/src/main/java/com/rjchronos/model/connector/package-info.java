/** Vendor connectors as the house sees them from outside. What a connector implements is in {@code spi}. */
@Export
@Version("1.0.0")
package com.rjchronos.model.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
