package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.report.text.NumberText;

/** Round numbers for axes. */
final class Ticks {
    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten within a range, at most about as many as wanted. */
    static List<Double> between(double low, double high, int wanted) {
        double step = step(high - low, wanted);
        var ticks = new ArrayList<Double>();
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(NumberText.rounded(i * step));
        }
        return ticks;
    }

    /** The distance of such numbers. */
    static double step(double range, int wanted) {
        if (!(range > 0)) {
            return 1;
        }
        double rough = range / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
