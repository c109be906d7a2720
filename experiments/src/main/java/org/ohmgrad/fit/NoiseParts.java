package org.ohmgrad.fit;

import org.ohmgrad.arithmetic.Elementary;

/**
 * Standard deviations of what makes measurements differ from a mean law.
 *
 * @param read of a reading, as a share of the range or of the conductance
 * @param steps of a step, in the unit of the law's cycleToCycle
 * @param gMin of devices' lowest conductances, as a share of the range
 * @param gMax of devices' highest conductances, as a share of the range
 * @param size of devices' steps, as a share of a mean device's
 * @param slow of errors of reading that last for some pulses, in the unit of read
 * @param memory how many pulses they last
 */
record NoiseParts(double read, double steps, double gMin, double gMax, double size, double slow, double memory) {
    static final int COUNT = 7;
    static final int READ = 0;
    static final int STEPS = 1;
    static final int SLOW = 5;
    static final int MEMORY = 6;

    /** No noise. */
    static final NoiseParts NONE = new NoiseParts(0, 0, 0, 0, 0, 0, 1);

    static NoiseParts of(double... parts) {
        return new NoiseParts(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    double[] numbers() {
        return new double[] {read, steps, gMin, gMax, size, slow, memory};
    }

    NoiseParts with(int part, double value) {
        double[] numbers = numbers();
        numbers[part] = value;
        return of(numbers);
    }

    /** All that makes readings err without lasting in the cell. */
    double reading() {
        return Math.sqrt(read * read + slow * slow);
    }

    /** What is left of a slow error after some pulses. */
    double lasts(int pulses) {
        return slow > 0 ? Elementary.exp(-pulses / memory) : 0;
    }
}
