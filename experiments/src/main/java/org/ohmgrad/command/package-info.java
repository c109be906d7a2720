/** The command line. */
@NullMarked
package org.ohmgrad.command;

import org.jspecify.annotations.NullMarked;
