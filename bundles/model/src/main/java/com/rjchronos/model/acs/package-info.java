/** An auto-configuration server (one GenieACS): its name, its health, what waits in it and what comes of a command. Its devices live in {@code device}. */
@Export
@Version("1.0.0")
package com.rjchronos.model.acs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
