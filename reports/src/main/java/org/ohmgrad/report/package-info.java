/** Run records, statistics over them, tables, figures and pages. */
@NullMarked
package org.ohmgrad.report;

import org.jspecify.annotations.NullMarked;
