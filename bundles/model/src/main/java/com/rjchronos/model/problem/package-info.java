/** What went wrong in a way that a caller can understand: violated preconditions and unavailable neighbours. Bugs are not problems. */
@Export
@Version("1.0.0")
package com.rjchronos.model.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
