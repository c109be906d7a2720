/** Data sets as settings that load themselves into training, validation and test examples. */
@NullMarked
package org.ohmgrad.data;

import org.jspecify.annotations.NullMarked;
