/** From digital inputs to voltages and from currents to digital sums: converters, their ranges, amplifiers and counts. */
@NullMarked
package org.ohmgrad.tile.converter;

import org.jspecify.annotations.NullMarked;
