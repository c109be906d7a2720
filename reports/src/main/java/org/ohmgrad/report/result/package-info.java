/** Statistics over the runs of a sweep, and the tables that they are written to for other programs. */
@NullMarked
package org.ohmgrad.report.result;

import org.jspecify.annotations.NullMarked;
