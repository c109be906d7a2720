package org.ohmgrad.data;

/** Data that cannot be used; the message names the file, what is wrong and what helps, in a line for each mistake. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param message one sentence for the user
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and keeps the failure behind it.
     *
     * @param message one sentence for the user
     * @param cause the failure behind it
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
