/** What runs leave behind, and the files that keep it. */
@NullMarked
package org.ohmgrad.report.record;

import org.jspecify.annotations.NullMarked;
