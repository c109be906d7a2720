/** What the wires do to reads of a plane, and to writes that allow for it. */
@NullMarked
package org.ohmgrad.crossbar.wires;

import org.jspecify.annotations.NullMarked;
