/** How a part of the appliance says whether it works. Any bundle may register a {@code HealthIndicator}; {@code rest} shows them all. */
@Export
@Version("1.0.0")
package com.rjchronos.model.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
