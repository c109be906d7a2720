package org.ohmgrad.tile.correction;

import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;

/**
 * Gains and offsets that are independent between lines and normal about 1 and 0.
 *
 * @param gain standard deviation of the gain, a fraction of 1
 * @param offset standard deviation of the offset, in units of one fully-on input through one fully-on cell
 */
public record GaussianTransposedErrors(
        @Called("gain error") double gain, @Called("offset") double offset) implements TransposedErrors {
    /** Refuses a gain outside [0, 1] and a negative offset. */
    public GaussianTransposedErrors {
        Check.that()
                .inRange("gain", gain, 0.0, 1.0)
                .notNegative("offset", offset)
                .holds();
    }

    @Override
    public LineResponse of(int lines, Origin origin) {
        float[] gains = draw(lines, origin.part("transposed/gain"), gain);
        for (int line = 0; line < lines; line++) {
            gains[line] += 1;
        }
        return new LineResponse(gains, draw(lines, origin.part("transposed/offset"), offset));
    }

    private static float[] draw(int lines, Origin origin, double sigma) {
        float[] z = new float[lines];
        origin.draws(Phase.INIT).normals(0, 0, z, 0, lines);
        for (int line = 0; line < lines; line++) {
            z[line] *= (float) sigma;
        }
        return z;
    }
}
