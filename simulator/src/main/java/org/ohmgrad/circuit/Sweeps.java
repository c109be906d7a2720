package org.ohmgrad.circuit;

import org.ohmgrad.linalg.KernelChoice;

/**
 * The loops of a circuit's solver over one row of nodes, for one or several right-hand sides side by side: a row's array
 * holds {@link #lanes()} numbers for each column, arrays named for ladders one. All implementations with the same number of
 * lanes give the same bits and are thread safe; what a lane gives does not depend on its neighbours.
 */
interface Sweeps {
    /** One right-hand side. */
    Sweeps ONE = new SingleSweeps();

    /** Eight right-hand sides, which share the reading of the ladders. */
    Sweeps EIGHT = KernelChoice.best(Sweeps.class, new PlainSweeps());

    /** Right-hand sides. */
    int lanes();

    /** Numbers in which sums over a row are kept. */
    int sums(int cols);

    /** Adds sums up to one per lane. */
    double[] totals(double[] sums);

    /** Step of a substitution upward: below = down (residual + below), direction = below + keep direction. */
    void substitute(double[] residual, double[] down, double[] keep, double[] below, double[] direction);

    /** Rows that {@link #carryAlong} takes best at once. */
    int rowsAtOnce();

    /**
     * Voltages along rows {@code first} to {@code end} - 1, at most {@link #rowsAtOnce()}, from the currents that columns send
     * through the cells, the rows' terminals grounded, in units of {@link Ladders#ratio}.
     *
     * @param from of the columns, rows x cols
     * @param to of the rows, rows x cols, overwritten in these rows
     */
    void carryAlong(Ladders ladders, int first, int end, double[][] from, double[][] to);

    /**
     * Currents that leave the columns' nodes of a row, in units of a column's segment.
     *
     * @param currents the rows' voltages in units of ratio; overwritten by the currents
     * @param power volts times currents are added
     */
    void currents(
            double[] cells,
            double[] above,
            double[] volts,
            double[] below,
            double ratio,
            double[] currents,
            double[] power);

    /**
     * Step of an elimination downward: residual -= step (direction + above), above = down (direction + above).
     *
     * @param squares down residual^2 is added
     */
    void eliminate(
            double[] residual, double[] direction, double[] down, double[] step, double[] above, double[] squares);

    /** volts += step direction. */
    void add(double[] step, double[] direction, double[] volts);

    /** The same for volts in single precision. */
    void add(double[] step, double[] direction, float[] volts);

    /** Single precision to double. */
    void recall(float[] from, double[] to);
}
