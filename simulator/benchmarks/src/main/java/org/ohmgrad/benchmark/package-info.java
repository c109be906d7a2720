/** How close the hot paths come to what the machine can do: each beside its limit, in one run. */
@NullMarked
package org.ohmgrad.benchmark;

import org.jspecify.annotations.NullMarked;
