/** How every settings record refuses nonsense. */
@NullMarked
package org.ohmgrad.settings;

import org.jspecify.annotations.NullMarked;
