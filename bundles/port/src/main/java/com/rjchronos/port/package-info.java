/** The back doors: what the core needs of the world. Layer 3 implements them. One call is one transaction. */
@Export
@Version("1.0.0")
package com.rjchronos.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
