/**
 * The database as one component: it prepares, migrates, opens the pool and says how it is. No SQL of the stores, no
 * decisions of the core.
 */
package com.rjchronos.persistence;
