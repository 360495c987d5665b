package com.rjchronos.inventory.trial;

import com.rjchronos.model.device.DeviceDocument;
import java.util.Optional;

/**
 * A document to be read.
 *
 * @param name for people
 * @param bound the connector that last read its device
 */
record Script(String name, DeviceDocument document, Optional<String> bound) {}
