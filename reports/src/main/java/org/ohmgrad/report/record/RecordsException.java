package org.ohmgrad.report.record;

/** Records that cannot be read or written; the message is one clear sentence that names the file and what is wrong. */
public final class RecordsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the user */
    public RecordsException(String message) {
        super(message);
    }

    /**
     * @param message one sentence for the user
     * @param cause what brought it about
     */
    public RecordsException(String message, Throwable cause) {
        super(message, cause);
    }
}
