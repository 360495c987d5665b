/** How a component reads its {@code etc/*.cfg}: strictly, naming file, key, value and rule when it refuses. */
@Export
@Version("1.0.0")
package com.rjchronos.model.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
