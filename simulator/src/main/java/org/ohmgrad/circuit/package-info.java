/** The wires of an array as a circuit of resistors, solved by nodal analysis; it knows of neither cells nor weights. */
@NullMarked
package org.ohmgrad.circuit;

import org.jspecify.annotations.NullMarked;
