/** What the trail remembers: decisions, configuration and identity; never measurements, never secrets. */
@Export
@Version("1.0.0")
package com.rjchronos.model.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
