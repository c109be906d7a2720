/** Notebooks, run as a user runs them. */
@NullMarked
package org.ohmgrad.notebook;

import org.jspecify.annotations.NullMarked;
