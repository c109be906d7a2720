/** Charts, and the canvases that they are drawn on. */
@NullMarked
package org.ohmgrad.report.chart;

import org.jspecify.annotations.NullMarked;
