/** Elementary functions that give the same bits on every machine. */
@NullMarked
package org.ohmgrad.arithmetic;

import org.jspecify.annotations.NullMarked;
