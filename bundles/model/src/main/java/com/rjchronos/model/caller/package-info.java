/** Who is calling and what he may do: the first argument of every door. Roles are mapped to permissions in {@code access} alone. */
@Export
@Version("1.0.0")
package com.rjchronos.model.caller;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
