/** People who log in. Password hashes never leave {@code access} and its store. */
@Export
@Version("1.0.0")
package com.rjchronos.model.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
