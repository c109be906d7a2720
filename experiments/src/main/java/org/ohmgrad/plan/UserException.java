package org.ohmgrad.plan;

/** Something that only the user can mend, in one sentence. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With the sentence that the user reads. */
    public UserException(String message) {
        super(message);
    }
}
