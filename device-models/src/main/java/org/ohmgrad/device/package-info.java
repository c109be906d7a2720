/** One cell: what it is made of, how it is written, wears out and sticks. No matrices, no generator. */
@NullMarked
package org.ohmgrad.device;

import org.jspecify.annotations.NullMarked;
