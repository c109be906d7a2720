/** One plane of cells: conductances, their writes, pulses, drift, wear and faults, in two directions. */
@NullMarked
package org.ohmgrad.crossbar.plane;

import org.jspecify.annotations.NullMarked;
