package org.ohmgrad.crossbar.plane;

/** Pulses of even steps in plain loops. */
final class PlainPulseLoops implements PulseLoops {
    @Override
    public void fire(float[] siemens, int at, int[] pulses, float[] z, int count, EvenSteps own) {
        fire(siemens, at, pulses, z, 0, count, own);
    }

    /** The same for the cells from an index of the stretch on. */
    static void fire(float[] siemens, int at, int[] pulses, float[] z, int start, int count, EvenSteps own) {
        for (int k = start; k < count; k++) {
            if (pulses[k] != 0) {
                siemens[at + k] = after(siemens[at + k], pulses[k], z[k], at + k, own);
            }
        }
    }

    /** Conductance of one cell after a train. */
    static float after(float siemens, int pulses, float z, int cell, EvenSteps own) {
        float number = Math.abs(pulses);
        float size = pulses > 0 ? own.up()[cell] : own.down()[cell];
        float range = own.high()[cell] - own.low()[cell];
        float spread = Math.fma(own.ofStep(), size, own.ofRange() * range) * (float) Math.sqrt(number);
        float moved = Math.fma(number, pulses > 0 ? size : -size, siemens);
        return held(Math.fma(spread, z, moved), cell, own);
    }

    private static float held(float siemens, int cell, EvenSteps own) {
        float low = own.low()[cell];
        float high = own.high()[cell];
        return siemens > high ? high : siemens < low ? low : siemens;
    }

    @Override
    public void move(float[] siemens, int at, PulseCounts counts, float[] z, int count, EvenSteps own) {
        move(siemens, at, counts, z, 0, count, own);
    }

    /** The same for the cells from an index of the stretch on. */
    static void move(float[] siemens, int at, PulseCounts counts, float[] z, int start, int count, EvenSteps own) {
        for (int k = start; k < count; k++) {
            float up = counts.up()[k];
            float down = counts.down()[k];
            float sizeUp = own.up()[at + k];
            float sizeDown = own.down()[at + k];
            float rest = own.ofRange() * (own.high()[at + k] - own.low()[at + k]);
            float spreadUp = Math.fma(own.ofStep(), sizeUp, rest);
            float spreadDown = Math.fma(own.ofStep(), sizeDown, rest);
            float variance = Math.fma(sizeUp * sizeUp, counts.upVariance()[k], spreadUp * spreadUp * up)
                    + Math.fma(sizeDown * sizeDown, counts.downVariance()[k], spreadDown * spreadDown * down);
            float moved = Math.fma(up, sizeUp, Math.fma(down, -sizeDown, siemens[at + k]));
            siemens[at + k] = held(Math.fma((float) Math.sqrt(variance), z[k], moved), at + k, own);
        }
    }

    @Override
    public int count(int[] taken, int at, int[] pulses, int count) {
        return count(taken, at, pulses, 0, count);
    }

    /** The same for the cells from an index of the stretch on. */
    static int count(int[] taken, int at, int[] pulses, int start, int count) {
        int sum = 0;
        for (int k = start; k < count; k++) {
            int number = Math.abs(pulses[k]);
            taken[at + k] += number;
            sum += number;
        }
        return sum;
    }
}
