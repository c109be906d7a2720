package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;

/**
 * Noise in proportion to the cell's own current: Var I = (sigma G V)<sup>2</sup>. The usual compact model of total read
 * noise; SIDRA's 5 % (Y1) and 2 % (Y10) are read so.
 *
 * @param sigma standard deviation as a fraction of the cell's current
 */
public record ProportionalReadNoise(
        @Called("read noise (share of a cell's current)") double sigma) implements ReadNoise {
    /** Refuses a sigma outside [0, 1]. */
    public ProportionalReadNoise {
        Check.that().inRange("sigma", sigma, 0, 1).holds();
    }

    @Override
    public List<VarianceTerm> terms() {
        double square = sigma * sigma;
        return List.of(new VarianceTerm(2, g -> square * g * g));
    }
}
