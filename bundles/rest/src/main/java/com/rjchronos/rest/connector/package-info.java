/** Vendor connectors as clients see them. */
package com.rjchronos.rest.connector;
