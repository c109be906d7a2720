package org.ohmgrad.training.update;

/** Rounds to the nearest level: a change of less than half a step is lost, and learning stalls. */
public record NearestLevel() implements LevelScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        step.rounding().nearest(targets, from, wanted, count, step.bounds());
    }
}
