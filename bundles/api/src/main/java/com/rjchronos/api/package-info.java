/** The front doors: what the appliance can do, for whoever calls. Layer 2 implements them; nobody else does. */
@Export
@Version("1.0.0")
package com.rjchronos.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
