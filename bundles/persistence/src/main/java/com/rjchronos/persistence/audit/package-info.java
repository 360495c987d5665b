/** The trail as a store of its own, for what changes nothing else in the database. Other stores write their entries with what they change. */
package com.rjchronos.persistence.audit;
