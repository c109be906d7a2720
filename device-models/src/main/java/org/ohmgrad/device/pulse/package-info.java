/** What a programming pulse does to a cell, and in what cells differ under pulses. */
@NullMarked
package org.ohmgrad.device.pulse;

import org.jspecify.annotations.NullMarked;
