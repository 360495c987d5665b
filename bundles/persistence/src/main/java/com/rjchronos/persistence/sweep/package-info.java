/** The rows of sweeps and the watermarks. When a sweep runs is decided elsewhere. */
package com.rjchronos.persistence.sweep;
