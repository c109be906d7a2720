package org.ohmgrad.training.update;

/**
 * The Manhattan rule: one pulse of the sign of the wanted change, however large the change (M. Prezioso et al., Nature 521,
 * 2015; E. Zamanidoost et al., IEEE CNNA 2014). A weight of which no change is wanted is left alone.
 */
public record SignPulses() implements CountedScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void count(float[] wanted, int[] pulses, int count, float[][] memory, int from) {
        for (int k = 0; k < count; k++) {
            pulses[k] = (int) Math.signum(wanted[k]);
        }
    }
}
