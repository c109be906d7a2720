/** Experiments from Java: one network trained as an experiment would, for notebooks. */
@NullMarked
package org.ohmgrad.experiment;

import org.jspecify.annotations.NullMarked;
