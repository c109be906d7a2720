/** Experiments, runs and sweeps. */
@NullMarked
package org.ohmgrad.experiment;

import org.jspecify.annotations.NullMarked;
