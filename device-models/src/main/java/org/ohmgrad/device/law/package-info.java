/** Laws of a conductance: the levels it can be asked to take, the error of a write, the noise of a read, drift, jumps, warmth. */
@NullMarked
package org.ohmgrad.device.law;

import org.jspecify.annotations.NullMarked;
