package com.rjchronos.model.page;

/**
 * One sort order.
 *
 * @param key by what
 * @param descending the greatest first
 */
public record Sort<K extends Enum<K>>(K key, boolean descending) {}
