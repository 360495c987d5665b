/** The parameters of a list, read declaratively; every broken rule is told at once. */
package com.rjchronos.rest.query;
