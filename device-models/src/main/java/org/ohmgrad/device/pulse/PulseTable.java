package org.ohmgrad.device.pulse;

import java.util.Arrays;
import java.util.List;
import org.ohmgrad.device.law.Fit;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * A measured pulse curve, straight between its points: a pulse moves the cell along the curve of its direction to the
 * next point, from wherever it is. The curves may cover different ranges, as where a cell relaxes between the last pulse
 * of one and the first of the other: a cell that stands before the first point of a curve goes to its second point, as
 * the first pulse of a train does, and one beyond the last point stays.
 *
 * @param up conductances after 0, 1, 2, ... pulses up, each above the one before, siemens
 * @param down conductances after 0, 1, 2, ... pulses down, each below the one before, siemens
 * @param cycleToCycle standard deviation of a step, as a share of the step, and not of the range as that of a pulse-curve:
 *     0.3 where the table rises by 2 uS lets that step vary by 0.6 uS
 */
public record PulseTable(
        List<Double> up, List<Double> down, @Default("0") double cycleToCycle) implements PulseResponse {
    /** Refuses curves of one point, that turn around. */
    public PulseTable {
        Check.that()
                .rule("up", up.size() >= 2 && rises(up, 1), "must hold at least 2 conductances, each above the last")
                .rule(
                        "down",
                        down.size() >= 2 && rises(down, -1),
                        "must hold at least 2 conductances, each below the last")
                .inRange("cycleToCycle", cycleToCycle, 0, 100)
                .holds();
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    private static boolean rises(List<Double> curve, int sign) {
        for (int k = 1; k < curve.size(); k++) {
            if (!(sign * (curve.get(k) - curve.get(k - 1)) > 0) || !Double.isFinite(curve.get(k))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new Law(shares(up, gMin, gMax), mirrored(shares(down, gMin, gMax)), cycleToCycle);
    }

    private static double[] shares(List<Double> curve, double gMin, double gMax) {
        return curve.stream().mapToDouble(g -> (g - gMin) / (gMax - gMin)).toArray();
    }

    /** The range that the curves cover between them. */
    @Override
    public Fit fit() {
        double low = Math.min(up.get(0), down.get(down.size() - 1));
        double high = Math.max(up.get(up.size() - 1), down.get(0));
        return Fit.between(low, high);
    }

    private static double[] mirrored(double[] shares) {
        return Arrays.stream(shares).map(share -> 1 - share).toArray();
    }

    /** Two rising curves: shares of the range, that of the way down counted from gMax. */
    private static final class Law implements PulseLaw {
        private final double[] up;
        private final double[] down;
        private final double cycleToCycle;

        Law(double[] up, double[] down, double cycleToCycle) {
            this.up = up;
            this.down = down;
            this.cycleToCycle = cycleToCycle;
        }

        @Override
        public double step(double state, boolean isUp) {
            return isUp ? step(up, state) : -step(down, 1 - state);
        }

        private static double step(double[] curve, double state) {
            int last = curve.length - 1;
            int k = 0;
            while (k < last && curve[k + 1] <= state) {
                k++;
            }
            if (k == last) {
                return 0;
            }
            double share = Math.max(0, (state - curve[k]) / (curve[k + 1] - curve[k]));
            double beyond = curve[Math.min(last, k + 2)];
            return curve[k + 1] + share * (beyond - curve[k + 1]) - state;
        }

        @Override
        public double spread(double step) {
            return cycleToCycle * Math.abs(step);
        }
    }
}
