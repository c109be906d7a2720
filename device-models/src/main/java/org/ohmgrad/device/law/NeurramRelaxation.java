package org.ohmgrad.device.law;

import org.ohmgrad.arithmetic.Elementary;

/**
 * Relaxation of the HfOx cells of NeuRRAM, 1 to 40 uS, after their first second (W. Wan et al., Nature 608, 504, 2022).
 * The deviation from the target was measured after 1 second, 1 day and 2 days; IBM's aihwkit has a quartic in G/(40 uS)
 * for each. Programming noise has the first second's; this law adds an independent normal whose variance is the rest, so
 * that both together have the published one. Between the measured times its standard deviation is taken as linear in ln t
 * (assumed), and its argument is the conductance written, not the target (a second-order difference). Times beyond two
 * days were not measured.
 */
public record NeurramRelaxation() implements Drift {
    /** Bottom of the measured range, siemens. */
    static final double G_MIN = 1e-6;

    /** Top of the measured range, siemens. */
    static final double G_MAX = 40e-6;

    /** Standard deviation after a second. */
    static final Polynomial ONE_SECOND = Polynomial.inMicrosiemens(G_MAX, 0.348, 16.030, -43.853, 45.393, -16.815);

    /** Standard deviation after a day. */
    static final Polynomial ONE_DAY = Polynomial.inMicrosiemens(G_MAX, 0.701, 22.086, -50.773, 47.095, -16.458);

    /** Standard deviation after two days. */
    static final Polynomial TWO_DAYS = Polynomial.inMicrosiemens(G_MAX, 0.782, 20.274, -43.507, 37.062, -11.934);

    private static final double DAY = 86400;
    private static final double LOG_DAY = Elementary.log(DAY);
    private static final double LOG_TWO_DAYS = Elementary.log(2 * DAY);
    private static final double TOLERANCE = 0x1p-14;
    private static final double LARGEST_Z = 7;
    private static final double LARGEST_SPREAD = 3.5e-6;

    /** The law moves fastest at one second, by its spread after a day over ln(1 day). */
    @Override
    public double steadySeconds(double gMax) {
        return TOLERANCE * gMax * LOG_DAY / (LARGEST_SPREAD * LARGEST_Z);
    }

    /** ln(seconds), from 0 at one second; held at two days, beyond which experiments are refused. */
    @Override
    public double age(double seconds) {
        return seconds <= 1 ? 0 : Math.min(LOG_TWO_DAYS, Elementary.log(seconds));
    }

    @Override
    public double aged(double written, double age, double z) {
        return written + spread(written, age) * z;
    }

    /** Standard deviation that is added to the first second's, siemens. */
    static double spread(double written, double age) {
        double held = Math.min(G_MAX, written);
        double day = beyondOneSecond(ONE_DAY, held);
        if (age <= LOG_DAY) {
            return day * (age / LOG_DAY);
        }
        double share = (age - LOG_DAY) / (LOG_TWO_DAYS - LOG_DAY);
        return day + share * (beyondOneSecond(TWO_DAYS, held) - day);
    }

    private static double beyondOneSecond(Polynomial later, double siemens) {
        double all = later.at(siemens);
        double first = ONE_SECOND.at(siemens);
        return Math.sqrt(Math.max(0, all * all - first * first));
    }

    @Override
    public boolean isRedrawn() {
        return true;
    }

    @Override
    public Fit fit() {
        return new Fit(G_MIN, G_MAX, 2 * DAY);
    }
}
