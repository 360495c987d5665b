/** Faults as clients see them. */
package com.rjchronos.rest.fault;
