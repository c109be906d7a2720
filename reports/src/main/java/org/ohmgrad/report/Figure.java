package org.ohmgrad.report;

/**
 * A picture and what stands under it.
 *
 * @param picture the chart
 * @param caption what it shows, how intervals are meant, what to look for
 */
record Figure(Picture picture, String caption) {}
