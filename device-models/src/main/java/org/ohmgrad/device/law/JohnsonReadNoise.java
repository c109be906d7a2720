package org.ohmgrad.device.law;

import java.util.List;
import org.ohmgrad.settings.Check;

/**
 * Thermal noise of a resistor, Var I = 4 k T G df, independent of the voltage (J. B. Johnson and H. Nyquist, Physical
 * Review 32, 1928). White up to kT/h, which is 6e12 Hz at 300 kelvin and far above any converter's bandwidth.
 *
 * @param bandwidth df, hertz; at most 1e12
 * @param temperature T at the chip's temperature of programming; reads at another have that one's noise, kelvin
 */
public record JohnsonReadNoise(double bandwidth, double temperature) implements ReadNoise {
    /** Boltzmann constant, joule per kelvin (exact in the SI). */
    public static final double BOLTZMANN = 1.380649e-23;

    private static final double WIDEST = 1e12;

    /** Refuses a bandwidth or temperature that is not positive, and a bandwidth beyond the law's. */
    public JohnsonReadNoise {
        Check.that()
                .positive("bandwidth", bandwidth)
                .rule(
                        "bandwidth",
                        !(bandwidth > WIDEST),
                        "must be at most 1e12 hertz, beyond which noise of heat is white no longer, but is "
                                + bandwidth)
                .positive("temperature", temperature)
                .holds();
    }

    @Override
    public ReadNoise at(double kelvin) {
        return new JohnsonReadNoise(bandwidth, kelvin);
    }

    @Override
    public boolean isAt(double kelvin) {
        return temperature == kelvin;
    }

    @Override
    public List<VarianceTerm> terms() {
        double perSiemens = 4 * BOLTZMANN * temperature * bandwidth;
        return List.of(new VarianceTerm(0, g -> perSiemens * g));
    }
}
