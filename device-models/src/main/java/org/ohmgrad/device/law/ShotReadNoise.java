package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.settings.Check;

/**
 * Full shot noise, Var I = 2 q G |V| df (W. Schottky, Annalen der Physik 362, 1918). An upper bound: a diffusive
 * resistor shows less; together with Johnson noise it is the sum that SIDRA's chapter 5.10 states.
 *
 * @param bandwidth df, hertz; at most 1e14, near which, at eV/h, shot noise is white no longer
 */
public record ShotReadNoise(double bandwidth) implements ReadNoise {
    /** Elementary charge, coulomb (exact in the SI). */
    public static final double CHARGE = 1.602176634e-19;

    private static final double WIDEST = 1e14;

    /** Refuses a bandwidth that is not positive, and one beyond the law's. */
    public ShotReadNoise {
        Check.that()
                .positive("bandwidth", bandwidth)
                .rule(
                        "bandwidth",
                        !(bandwidth > WIDEST),
                        "must be at most 1e14 hertz, beyond which shot noise is white no longer, but is " + bandwidth)
                .holds();
    }

    @Override
    public List<VarianceTerm> terms() {
        double perAmpere = 2 * CHARGE * bandwidth;
        return List.of(new VarianceTerm(1, g -> perAmpere * g));
    }
}
