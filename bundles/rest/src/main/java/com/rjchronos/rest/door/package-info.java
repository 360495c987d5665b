/** The api services, which may come and go; an absent one is a 503. */
package com.rjchronos.rest.door;
