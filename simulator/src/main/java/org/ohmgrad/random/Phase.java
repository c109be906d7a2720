package org.ohmgrad.random;

/** The part of a run that a draw belongs to; the first word of a stream's name. */
public enum Phase {
    /** Initial weights, faults, and what else a cell has from birth. */
    INIT("init"),
    /** The order of the training examples. */
    ORDER("order"),
    /** Writes. */
    PROGRAM("program"),
    /** Reads and rounding while training. */
    TRAIN("train"),
    /** Reads of known vectors that tell a chip about itself. */
    CALIBRATION("calibration"),
    /** Reads by which converters find their range. */
    RANGE("range"),
    /** Reads of the validation examples. */
    VALIDATION("validation"),
    /** Reads of the test examples. */
    TEST("test"),
    /** Reads that only measure: they change neither clock nor counts. */
    PROBE("probe");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** Name of a stream of this phase, for example {@code train/layer1/tile0,1/read/forward}. */
    public String stream(String place) {
        return word + "/" + place;
    }
}
