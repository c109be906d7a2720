/** Learning rules, their learners, and the paths by which an error reaches the layers below. */
@NullMarked
package org.ohmgrad.training.rule;

import org.jspecify.annotations.NullMarked;
