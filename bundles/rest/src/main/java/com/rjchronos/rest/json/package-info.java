/** JSON in and out, snake_case, by Jackson. */
package com.rjchronos.rest.json;
