/**
 * What a query, a projection and a sort order mean: GenieACS's rewriting of device queries and the part of MongoDB's matching
 * that lies behind it. Works on documents of any kind; knows no HTTP and no fleet.
 */
package com.rjchronos.simulator.query;
