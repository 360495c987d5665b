/** How a problem becomes an answer (RFC 9457): two mappers, no more. */
package com.rjchronos.rest.problem;
