/** Physics of one cell: conductance range, programming noise, read noise, drift, faults. No matrices, no generator. */
@NullMarked
package org.ohmgrad.device;

import org.jspecify.annotations.NullMarked;
