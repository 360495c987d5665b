/** How the first administrator comes into an empty house. */
package com.rjchronos.access.first;
