package org.ohmgrad.device.pulse;

import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.device.pulse.AffineSteps.Line;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * The pulse curves of NeuroSim: after p of P pulses from gMin, G = gMin + B (1 - e<sup>-p / A</sup>) with B such that P
 * pulses reach gMax. A pulse moves the cell along the curve of its direction to the next point, from wherever it is. The
 * curve's A is given by a label: the largest distance between the curve and the diagonal of the unit square is 0.07
 * times the root of 2 times the label (P.-Y. Chen, X. Peng and S. Yu, IEEE Trans. CAD 37, 2018). In that source's convention a
 * positive label means steep at gMin; a label up above 0 and a label down below 0 are both steep at first.
 *
 * @param pulsesUp pulses from gMin to gMax
 * @param pulsesDown pulses from gMax to gMin
 * @param labelUp nonlinearity label of the curve up, in [-9, 9]
 * @param labelDown nonlinearity label of the curve down, in [-9, 9]
 * @param cycleToCycle standard deviation that one pulse adds, as a share of gMax - gMin, and not of the step as that of all
 *     other responses: 0.035 lets any step, whether 0.05 or 0.002 of gMax - gMin, vary by 0.035 of it; n pulses at once
 *     add the root of n times as much
 */
public record PulseCurve(
        int pulsesUp,
        int pulsesDown,
        double labelUp,
        double labelDown,
        @Default("0") double cycleToCycle) implements PulseResponse {
    /** Where the source's table of labels ends: a bend, 1 / A, of 43.84. */
    public static final double LARGEST_LABEL = 9;

    private static final String BEYOND = "the published table of labels ends there";
    private static final double LABEL_UNIT = 0.07 * Math.sqrt(2);
    private static final double STRAIGHT = 1e-4;
    private static final int HALVINGS = 60;

    /** Refuses labels that the source's table does not reach. */
    public PulseCurve {
        Check.that()
                .inRange("pulsesUp", pulsesUp, 2, 1_000_000)
                .inRange("pulsesDown", pulsesDown, 2, 1_000_000)
                .inRange("labelUp", labelUp, -9, 9, BEYOND)
                .inRange("labelDown", labelDown, -9, 9, BEYOND)
                .inRange("cycleToCycle", cycleToCycle, 0, 1)
                .holds();
    }

    /** On such a curve the next point is a straight line over the state: no logarithm is needed. */
    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new AffineSteps(line(labelUp, pulsesUp, 1), line(labelDown, pulsesDown, -1), 0, cycleToCycle);
    }

    /** Sizes of the steps of one direction (1 up, -1 down) at both ends of the range. */
    private static Line line(double label, int pulses, int direction) {
        if (Math.abs(label) < STRAIGHT) {
            return new Line(1.0 / pulses, 1.0 / pulses);
        }
        double inverse = 1 / parameter(label);
        double share = -direction * Elementary.expm1(-direction * inverse / pulses);
        return new Line(share / -Elementary.expm1(-inverse), share / Elementary.expm1(inverse));
    }

    /**
     * A of a label, as a share of all pulses; it has the label's sign.
     *
     * @param label not 0
     */
    public static double parameter(double label) {
        double wanted = LABEL_UNIT * Math.abs(label);
        double low = 1e-4;
        double high = 1e6;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = Math.sqrt(low * high);
            boolean isTooBent = distance(middle) > wanted;
            low = isTooBent ? middle : low;
            high = isTooBent ? high : middle;
        }
        return Math.copySign(Math.sqrt(low * high), label);
    }

    /** Label of an A, the inverse of {@link #parameter}. */
    public static double label(double a) {
        return Math.copySign(distance(Math.abs(a)) / LABEL_UNIT, a);
    }

    /** Largest distance between the curve and the diagonal, for A above 0. */
    private static double distance(double a) {
        if (a > 1e3) {
            return 1 / (8 * a);
        }
        double whole = -Elementary.expm1(-1 / a);
        double at = -a * Elementary.log(a * whole);
        return -Elementary.expm1(-at / a) / whole - at;
    }
}
