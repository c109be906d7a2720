package org.ohmgrad.solve;

/** A circuit's input or output that cannot be used; the message is one sentence that names the file and the place. */
public final class CircuitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param message one sentence for the user, without its full stop
     */
    public CircuitException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and keeps the failure behind it.
     *
     * @param message one sentence for the user, without its full stop
     * @param cause the failure behind it
     */
    public CircuitException(String message, Throwable cause) {
        super(message, cause);
    }
}
