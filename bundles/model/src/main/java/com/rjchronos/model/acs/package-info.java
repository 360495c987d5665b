/** Names and health of an auto-configuration server (one GenieACS). What it answers lives in {@code device} and {@code sweep}. */
@Export
@Version("1.0.0")
package com.rjchronos.model.acs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
