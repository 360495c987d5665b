/** The name of a request in logs, the trail and answers. */
package com.rjchronos.rest.trace;
