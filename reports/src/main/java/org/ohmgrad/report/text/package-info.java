/** Numbers, counts and names as files, sentences and pages show them. */
@NullMarked
package org.ohmgrad.report.text;

import org.jspecify.annotations.NullMarked;
