package org.ohmgrad.training.update;

/**
 * Keeps what rounding leaves over in digital memory and programs a cell when the remainder has grown to a level (S. R.
 * Nandakumar et al., Frontiers in Neuroscience 14:406, 2020): nothing is lost, at the price of a number of full
 * precision per weight. Beyond the range nothing is accumulated.
 */
public record AccumulateAndProgram() implements LevelScheme {
    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step) {
        step.rounding().accumulate(targets, from, wanted, memory[0], count, step.bounds());
    }
}
