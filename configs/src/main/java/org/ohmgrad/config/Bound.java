package org.ohmgrad.config;

/**
 * A value and the JSON it stands for, defaults filled in and references resolved.
 *
 * @param value the Java value
 * @param resolved its JSON; each value keeps the place it came from
 */
record Bound(Object value, Json resolved) {}
