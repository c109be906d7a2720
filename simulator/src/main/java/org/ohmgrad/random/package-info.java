/** Counter-based random numbers: every draw is a function of seed, stream name, step and index. */
@NullMarked
package org.ohmgrad.random;

import org.jspecify.annotations.NullMarked;
