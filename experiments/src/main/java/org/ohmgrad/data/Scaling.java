package org.ohmgrad.data;

/** How the numbers of tables become inputs: every column is shifted and stretched, computed in double and rounded once. */
interface Scaling {
    /** Reads all numbers and sets all inputs. */
    void fill(Gathering inputs);

    /** Divides every column by the same number. */
    static Scaling dividing(double divisor) {
        return inputs -> inputs.read((example, values) -> {
            for (int column = 0; column < values.length; column++) {
                inputs.set(example, column, (float) (values[column] / divisor));
            }
        });
    }

    /**
     * Mean 0 and standard deviation 1 (divisor n) over the examples to train on; a column that is constant there becomes 0.
     */
    static Scaling standardising() {
        return inputs -> new Standardising(inputs).fill();
    }
}
