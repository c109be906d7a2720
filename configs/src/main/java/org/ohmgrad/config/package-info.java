/** Strict JSON settings: every mistake named with file, line, path and rule. */
@NullMarked
package org.ohmgrad.config;

import org.jspecify.annotations.NullMarked;
