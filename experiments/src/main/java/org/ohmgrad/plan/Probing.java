package org.ohmgrad.plan;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * How often the gradients of the chip are held against exact ones, and on how many examples: what learning rules are told apart
 * by takes as long as the training of some thousand examples.
 *
 * @param every epochs from one comparison to the next; the last epoch is always compared
 * @param probe training examples that it is made on, the first ones; all, if there are fewer
 */
public record Probing(
        @Default("1") int every, @Default("1000") int probe) {
    /** Refuses numbers that are not positive. */
    public Probing {
        Check.that().positive("every", every).positive("probe", probe).holds();
    }

    /** After every epoch, on 1,000 examples. */
    public Probing() {
        this(1, 1000);
    }

    /** Whether gradients are compared after an epoch, counted from 1. */
    public boolean isDue(int epoch, int epochs) {
        return epoch % every == 0 || epoch == epochs;
    }
}
