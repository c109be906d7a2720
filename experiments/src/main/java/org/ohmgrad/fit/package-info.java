/** Measured pulses and the devices that are fitted to them: mean laws, noise, and pulses simulated again. */
@NullMarked
package org.ohmgrad.fit;

import org.jspecify.annotations.NullMarked;
