/** What people want of a device, and the ACS calls a connector plans for it. */
@Export
@Version("1.0.0")
package com.rjchronos.model.intent;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
