package org.ohmgrad.tile.converter;

import org.ohmgrad.state.Archive;

/**
 * Reads of one direction: conversions, how many of them were clipped, energy in the crossbars, and the digital work that
 * comes with reads.
 */
public final class ReadCounts {
    private long dac;
    private long dacSaturated;
    private long adc;
    private long adcSaturated;
    private long vectors;
    private long reads;
    private long multiplyAdds;
    private double joules;

    /** Adds conversions of inputs, and how many of them were clipped. */
    public void addDac(long conversions, long saturated) {
        dac += conversions;
        dacSaturated += saturated;
    }

    /** Adds conversions of sums, and how many of them were clipped. */
    public void addAdc(long conversions, long saturated) {
        adc += conversions;
        adcSaturated += saturated;
    }

    /** Adds vectors that a tile has read, and the energy in its cells, joule. */
    public void addReads(long vectors, double energy) {
        reads += vectors;
        joules += energy;
    }

    /** Adds vectors that the whole grid has read. */
    public void addVectors(long count) {
        vectors += count;
    }

    /** Adds digital products, or digital sums, that came with reads. */
    public void addMultiplyAdds(long count) {
        multiplyAdds += count;
    }

    /** Adds reads of which neither the examples nor the codes' clipped share count. */
    void addTrial(ReadCounts trial) {
        dac += trial.dac;
        adc += trial.adc;
        reads += trial.reads;
        multiplyAdds += trial.multiplyAdds;
        joules += trial.joules;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        dac = 0;
        dacSaturated = 0;
        adc = 0;
        adcSaturated = 0;
        vectors = 0;
        reads = 0;
        multiplyAdds = 0;
        joules = 0;
    }

    /** Vectors that were multiplied by the matrix, without those of calibrations. */
    public long vectors() {
        return vectors;
    }

    /** Reads: one for each vector and tile. */
    public long reads() {
        return reads;
    }

    /** Energy that the crossbars took up, joule; see {@link org.ohmgrad.crossbar.Crossbar#load}. */
    public double joules() {
        return joules;
    }

    /** Digital multiply-adds: sums of tiles' partial sums, products that no crossbar makes, and fits of calibrations. */
    public long multiplyAdds() {
        return multiplyAdds;
    }

    /** Values that went through a DAC; every tile has DACs of its own. */
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

    /** Writes them into a checkpoint, or takes them from one. */
    public void keep(Archive archive) {
        dac = archive.keep(dac);
        dacSaturated = archive.keep(dacSaturated);
        adc = archive.keep(adc);
        adcSaturated = archive.keep(adcSaturated);
        vectors = archive.keep(vectors);
        reads = archive.keep(reads);
        multiplyAdds = archive.keep(multiplyAdds);
        joules = archive.keep(joules);
    }
}
