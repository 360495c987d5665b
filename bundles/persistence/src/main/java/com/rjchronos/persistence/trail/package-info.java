/**
 * What is only ever appended, in the transaction of what it tells: the trail and the change log. Nothing is read back
 * here.
 */
package com.rjchronos.persistence.trail;
