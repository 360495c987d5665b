/**
 * Devices, their state, readings and lists, in batched SQL. Nothing here decides what a change is: it stores what it
 * is told.
 */
package com.rjchronos.persistence.device;
