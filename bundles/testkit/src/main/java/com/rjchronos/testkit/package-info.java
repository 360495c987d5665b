/** Contracts, recorded documents and hand-written fakes that tests of other bundles share; never shipped. */
package com.rjchronos.testkit;
