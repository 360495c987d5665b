/**
 * What connectors share: the Broadband Forum's data models (TR-098, TR-181) read into our nouns, the encodings of optical
 * values, the objects that operators' firmwares have in common, the shapes of serials and addresses. Pure functions over a document. Nothing here knows a vendor.
 */
@Export
@Version("1.0.0")
package com.rjchronos.spi.standard;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
