/** What the trail told of connectors. Connectors themselves are not stored: they are bundles. */
package com.rjchronos.persistence.connector;
