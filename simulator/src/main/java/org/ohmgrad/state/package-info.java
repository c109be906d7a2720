/** How objects hand over what they hold, so that work can be laid down and taken up again. */
@NullMarked
package org.ohmgrad.state;

import org.jspecify.annotations.NullMarked;
