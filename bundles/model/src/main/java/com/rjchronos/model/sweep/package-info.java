/** One pass over the devices of an ACS: what is asked, what came of it, and the row that operators see. */
@Export
@Version("1.0.0")
package com.rjchronos.model.sweep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
