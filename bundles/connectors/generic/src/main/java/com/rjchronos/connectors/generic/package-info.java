/** The fallback: what the Broadband Forum's data models say. No vendor is named here. */
package com.rjchronos.connectors.generic;
