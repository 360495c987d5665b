/** What a connector makes of a document: standard units, the raw value beside the converted one, each with its own time. */
@Export
@Version("1.0.0")
package com.rjchronos.model.reading;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
