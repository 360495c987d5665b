/** What devices can do and how they are told. Whoever tells them lives elsewhere; no vendor is named here. */
package com.rjchronos.inventory.plan;
