/** The few kernels everything runs on, with one written order of summation. */
@NullMarked
package org.ohmgrad.linalg;

import org.jspecify.annotations.NullMarked;
