/** What the API says of itself. */
package com.rjchronos.rest.root;
