package org.ohmgrad.solve;

/** What the numbers of a table are. */
enum Quantity {
    /** Of cells; 0 is an open cell. A table may hold the cells of sixteen tiles of 256 x 256. */
    CONDUCTANCE("conductance", "siemens", 0, 1 << 20),
    /** Of terminals. */
    VOLTAGE("voltage", "volt", Double.NEGATIVE_INFINITY, 1 << 22);

    private final String word;
    private final String unit;
    private final double lowest;
    private final int most;

    Quantity(String word, String unit, double lowest, int most) {
        this.word = word;
        this.unit = unit;
        this.lowest = lowest;
        this.most = most;
    }

    /** The field's word for one number. */
    String word() {
        return word;
    }

    /** SI unit. */
    String unit() {
        return unit;
    }

    /** Whether a number can be one. */
    boolean allows(double value) {
        return value >= lowest;
    }

    /** How many numbers a table may hold, which bounds the memory that reading one takes to some ten MB. */
    int most() {
        return most;
    }
}
