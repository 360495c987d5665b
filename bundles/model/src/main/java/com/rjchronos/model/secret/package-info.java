/** What must not be seen: it prints as stars and says itself only to whom asks for it by name. */
@Export
@Version("1.0.0")
package com.rjchronos.model.secret;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
