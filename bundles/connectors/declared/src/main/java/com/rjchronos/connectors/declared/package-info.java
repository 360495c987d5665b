/**
 * Connectors without Java: each file of a directory declares one, and is followed while the appliance runs. Knows the shape of
 * such a file and YAML; no vendor is named here, those are named in the files.
 */
package com.rjchronos.connectors.declared;
