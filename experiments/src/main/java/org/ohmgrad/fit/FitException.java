package org.ohmgrad.fit;

/** Measurements that no device can be fitted to, in words for their user. */
public final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A refusal in one sentence. */
    public FitException(String message) {
        super(message);
    }
}
