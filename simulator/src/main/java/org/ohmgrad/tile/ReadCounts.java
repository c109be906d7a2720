package org.ohmgrad.tile;

/** Conversions of one direction of read, and how many of them were clipped. */
public final class ReadCounts {
    private long dac;
    private long dacSaturated;
    private long adc;
    private long adcSaturated;

    void addDac(long conversions, long saturated) {
        dac += conversions;
        dacSaturated += saturated;
    }

    void addAdc(long conversions, long saturated) {
        adc += conversions;
        adcSaturated += saturated;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        dac = 0;
        dacSaturated = 0;
        adc = 0;
        adcSaturated = 0;
    }

    /** Values that went through a DAC. */
    public long dac() {
        return dac;
    }

    /** Those of them that were clipped. */
    public long dacSaturated() {
        return dacSaturated;
    }

    /** Values that went through an ADC. */
    public long adc() {
        return adc;
    }

    /** Those of them that were clipped. */
    public long adcSaturated() {
        return adcSaturated;
    }
}
