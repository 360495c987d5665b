/** Faults as the appliance keeps them: what an ACS said went wrong with a device, since when, and whether it is over. */
@Export
@Version("1.0.0")
package com.rjchronos.model.fault;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
