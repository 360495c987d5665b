/** Faults: what a listing of an ACS held, and what it was without. What is listed, and when, is decided elsewhere. */
package com.rjchronos.persistence.fault;
