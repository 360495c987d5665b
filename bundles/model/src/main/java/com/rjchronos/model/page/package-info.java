/** How a list is asked for and answered. */
@Export
@Version("1.0.0")
package com.rjchronos.model.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
