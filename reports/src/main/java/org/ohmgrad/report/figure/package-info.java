/** The figures of a report. */
@NullMarked
package org.ohmgrad.report.figure;

import org.jspecify.annotations.NullMarked;
