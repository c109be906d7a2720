package org.ohmgrad.tile.converter;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;

/** The converters of all tiles of a matrix in one direction of read, with the range that they have found or were given. */
public final class SenseConverter {
    private final Adc settings;
    private final float widest;
    private float range;
    private Adc now;
    private long codes;
    private long clipped;

    /**
     * At the range to begin with.
     *
     * @param lines driven lines of the largest tile
     */
    public SenseConverter(Adc settings, int lines) {
        this.settings = settings;
        widest = lines;
        take(settings.range().first(widest));
    }

    private void take(float wanted) {
        range = wanted;
        now = settings.at(wanted);
    }

    /** As it converts now. */
    public Adc now() {
        return now;
    }

    /** Whether it must find its range by reads. */
    public boolean findsRange() {
        return settings.range().isFoundByReads();
    }

    /** A read of some vectors by way of a converter. */
    @FunctionalInterface
    public interface Read {
        /** Reads once. */
        FMatrixRMaj by(SharedRead pass);
    }

    /**
     * Reads. On an occasion of {@link Phase#RANGE} a converter that finds its range does so first, by reads of the same vectors.
     *
     * @param counts counts what is read
     */
    public FMatrixRMaj read(Occasion occasion, ReadCounts counts, Read read) {
        return switch (occasion.phase()) {
            case RANGE -> findRange(counts, read);
            case TRAIN -> watch(occasion, counts, read);
            default -> read.by(new SharedRead(occasion, now, counts));
        };
    }

    private FMatrixRMaj watch(Occasion occasion, ReadCounts counts, Read read) {
        long codesBefore = counts.adc();
        long clippedBefore = counts.adcSaturated();
        FMatrixRMaj result = read.by(new SharedRead(occasion, now, counts));
        codes += counts.adc() - codesBefore;
        clipped += counts.adcSaturated() - clippedBefore;
        if (codes >= settings.range().watched()) {
            take(settings.range().after(range, widest, clipped / (double) codes));
            codes = 0;
            clipped = 0;
        }
        return result;
    }

    private FMatrixRMaj findRange(ReadCounts counts, Read read) {
        Trials trials = new Trials(counts, read);
        take(settings.range().found(widest, wanted -> trials.clipped(settings.at((float) wanted))));
        return trials.next(now);
    }

    /** Reads that are counted, but whose codes nobody learns from. */
    private static final class Trials {
        private final ReadCounts counts;
        private final Read read;
        private ReadCounts last = new ReadCounts();
        private long number;

        Trials(ReadCounts counts, Read read) {
            this.counts = counts;
            this.read = read;
        }

        FMatrixRMaj next(Adc adc) {
            last = new ReadCounts();
            FMatrixRMaj result = read.by(new SharedRead(new Occasion(Phase.RANGE, number, 0), adc, last));
            number++;
            counts.addTrial(last);
            return result;
        }

        double clipped(Adc adc) {
            next(adc);
            return last.adcSaturated() / (double) last.adc();
        }
    }

    /** Keeps the range and what was watched since it was judged last. */
    public void keep(Archive archive) {
        take((float) archive.keep((double) range));
        codes = archive.keep(codes);
        clipped = archive.keep(clipped);
    }
}
