package org.ohmgrad.experiment;

/** Something that only the user can mend, in one sentence. */
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UserException(String message) {
        super(message);
    }
}
