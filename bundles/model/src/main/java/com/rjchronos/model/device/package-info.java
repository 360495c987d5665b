/** ONUs, ONTs and routers: their ids, what an ACS says of them, and how the appliance keeps them. No vendor is named here. */
@Export
@Version("1.0.0")
package com.rjchronos.model.device;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
