package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ohmgrad.settings.Check;

/**
 * What a learning rule asks of the chip for every example that it learns from.
 *
 * @param forwardReads forward reads of every matrix of weights
 * @param transposedReads transposed reads of every matrix of weights above the first
 * @param ownMatrices whether it holds matrices of its own beside the weights
 * @param noiseReads forward reads of noise, of every matrix of weights above the first
 * @param besides what else the hardware must provide
 */
public record Needs(int forwardReads, int transposedReads, boolean ownMatrices, int noiseReads, List<Besides> besides) {
    /** What hardware must provide besides reads and matrices. */
    public enum Besides {
        /** What the output should be, brought to every layer. */
        TARGET_AT_EVERY_LAYER,
        /** What the output should be, written into the input. */
        LABEL_AT_THE_INPUT,
        /** Units that hold a state and move it until the network is at rest. */
        STATES_THAT_SETTLE,
        /** Noise of a known size, at the units or in the weights. */
        NOISE_OF_ITS_OWN,
        /** One number, such as a reward, brought to all units. */
        SCALAR_BROADCAST
    }

    /** Refuses a rule that never reads the weights forward, and negative numbers. */
    public Needs {
        Check.that()
                .rule("forwardReads", forwardReads >= 1, "must be at least 1 but is " + forwardReads)
                .rule("transposedReads", transposedReads >= 0, "must not be negative but is " + transposedReads)
                .rule("noiseReads", noiseReads >= 0, "must not be negative but is " + noiseReads)
                .holds();
        besides = List.copyOf(besides);
    }

    /** What needs reads and matrices alone. */
    public Needs(int forwardReads, int transposedReads, boolean ownMatrices) {
        this(forwardReads, transposedReads, ownMatrices, 0, List.of());
    }

    /** {@return the same and more} */
    Needs and(Besides... more) {
        List<Besides> all = new ArrayList<>(besides);
        all.addAll(List.of(more));
        return new Needs(forwardReads, transposedReads, ownMatrices, noiseReads, all);
    }

    /** {@return the same and one forward read of noise, of every matrix above the first} */
    Needs andAReadOfNoise() {
        return new Needs(forwardReads, transposedReads, ownMatrices, noiseReads + 1, besides);
    }

    /** {@return one forward read, and an error that goes back through the weights themselves} */
    static Needs transposedRead() {
        return new Needs(1, 1, false);
    }

    /** {@return one forward read, and matrices of its own in the place of the transposed read} */
    static Needs matricesOfItsOwn() {
        return new Needs(1, 0, true);
    }

    /** In words, such as {@code 1 forward read, matrices of its own}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        words.add(counted(forwardReads, "forward"));
        if (transposedReads > 0) {
            words.add(counted(transposedReads, "transposed"));
        }
        if (noiseReads > 0) {
            words.add(counted(noiseReads, "forward") + " of noise");
        }
        if (ownMatrices) {
            words.add("matrices of its own");
        }
        besides.forEach(each -> words.add(each.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        return String.join(", ", words);
    }

    private static String counted(int reads, String direction) {
        return reads + " " + direction + (reads == 1 ? " read" : " reads");
    }
}
