package org.ohmgrad.report.figure;

import org.ohmgrad.report.chart.Picture;

/**
 * A picture and what stands under it.
 *
 * @param picture the chart
 * @param caption what it shows, how intervals are meant, what to look for
 */
public record Figure(Picture picture, String caption) {}
