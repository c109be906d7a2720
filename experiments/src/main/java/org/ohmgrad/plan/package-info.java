/** What an experiment asks for: its settings, sweeps, effects and companions, and every run that follows from them. */
@NullMarked
package org.ohmgrad.plan;

import org.jspecify.annotations.NullMarked;
