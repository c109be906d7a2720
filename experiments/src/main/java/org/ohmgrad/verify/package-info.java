/** Checks of the installed simulator against circuits solved elsewhere, closed forms and finite differences. */
@NullMarked
package org.ohmgrad.verify;

import org.jspecify.annotations.NullMarked;
