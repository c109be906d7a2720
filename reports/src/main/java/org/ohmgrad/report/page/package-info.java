/** The pages of a report: findings, tables, and what else stands between its figures. */
@NullMarked
package org.ohmgrad.report.page;

import org.jspecify.annotations.NullMarked;
