/** Runs and what they measure: training, evaluation, telemetry, checkpoints, shards. */
@NullMarked
package org.ohmgrad.run;

import org.jspecify.annotations.NullMarked;
