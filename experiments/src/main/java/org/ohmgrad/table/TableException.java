package org.ohmgrad.table;

/** A file that cannot be read or is no such table; the message names the file, the line and what helps. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what is wrong.
     *
     * @param message one sentence for the user, or a line for each mistake
     */
    public TableException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and keeps the failure behind it.
     *
     * @param message one sentence for the user
     * @param cause the failure behind it
     */
    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
