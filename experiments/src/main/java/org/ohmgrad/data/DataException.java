package org.ohmgrad.data;

import java.util.function.Supplier;
import org.ohmgrad.table.TableException;

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

    /**
     * What is read from files, whose refusals become those of the data.
     *
     * @throws DataException if the files are refused
     */
    static <T> T reading(Supplier<T> files) {
        try {
            return files.get();
        } catch (TableException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }
}
