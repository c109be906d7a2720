package org.ohmgrad.training.rule;

/** Where a feedback matrix is kept. */
public enum FeedbackPlace {
    /** In digital memory, multiplied exactly. */
    DIGITAL,
    /** On crossbars of its own with the chip's noise and forward converters; stored so that a forward read carries the error. */
    CHIP
}
