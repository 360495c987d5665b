/**
 * The stable ground of HTTP: one servlet context, trace ids, security headers, limits, and patience while the API is
 * re-wired. No resource and no view lives here.
 */
package com.rjchronos.web;
