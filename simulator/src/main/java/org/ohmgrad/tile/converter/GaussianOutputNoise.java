package org.ohmgrad.tile.converter;

import java.util.EnumMap;
import java.util.Map;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Check;

/**
 * Normal noise of the same size at every line and read. The unit is that of the ADC's range: one fully-on input through one
 * fully-on cell above gMin, before the result is multiplied back. In weight times input a sigma of s is s times 2 wMax with a
 * reference column and s times wMax with differential pairs; with reference columns and a wMax of 0.6, the 0.06 of T. Gokmen and
 * Y. Vlasov (2016) is a sigma of 0.05, and their range of 12 one of 10.
 *
 * @param sigma standard deviation, in units of one fully-on input through one fully-on cell above gMin
 */
public record GaussianOutputNoise(double sigma) implements OutputNoise {
    private static final double MOST = 1000;

    /** Refuses a sigma outside [0, 1000]. */
    public GaussianOutputNoise {
        Check.that().inRange("sigma", sigma, 0, MOST).holds();
    }

    @Override
    public SenseNoise of(Origin origin) {
        Map<Phase, Draws> streams = new EnumMap<>(Phase.class);
        return (currents, occasion) -> {
            Draws draws = streams.computeIfAbsent(occasion.phase(), origin::draws);
            float[] z = new float[currents.data.length];
            draws.normals(occasion.draw(), occasion.first() * currents.numCols, z, 0, z.length);
            for (int k = 0; k < z.length; k++) {
                currents.data[k] = Math.fma((float) sigma, z[k], currents.data[k]);
            }
        };
    }
}
