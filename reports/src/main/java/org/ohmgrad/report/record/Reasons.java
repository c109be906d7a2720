package org.ohmgrad.report.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the file system refused, in words instead of the names of Java's exceptions. */
public final class Reasons {
    private Reasons() {}

    /** The end of a sentence that says what could not be done; names the file where the failure does. */
    public static String of(IOException failure) {
        var message = failure.getMessage();
        if (!(failure instanceof FileSystemException refusal)) {
            return message == null ? failure.getClass().getSimpleName() : message;
        }
        if (refusal.getReason() != null) {
            return refusal.getFile() + ": " + refusal.getReason();
        }
        return refusal.getFile() + why(refusal);
    }

    private static String why(FileSystemException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return ": permission denied";
        } else if (refusal instanceof FileAlreadyExistsException || refusal instanceof NotDirectoryException) {
            return " is a file, not a folder";
        } else if (refusal instanceof NoSuchFileException) {
            return " is not there";
        }
        return " cannot be used (" + refusal.getClass().getSimpleName() + ")";
    }
}
