/** Words for what the HTTP server itself refuses, before any filter of {@code web}. A fragment: it lives in its host's class loader. */
package com.rjchronos.jetty;
