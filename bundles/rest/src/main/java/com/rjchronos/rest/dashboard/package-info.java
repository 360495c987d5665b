/** The fleet in figures as clients see it; what was not measured is null. */
package com.rjchronos.rest.dashboard;
