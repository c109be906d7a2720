package org.ohmgrad.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Whether what a command printed has arrived: Java's standard output keeps its failures to itself. */
final class StandardOutput {
    private StandardOutput() {}

    /** The exit code of a command that would end with another one if its output had arrived. */
    static int written(int code) {
        if (System.out.checkError()) {
            Optional<String> failure = failure();
            failure.ifPresent(why -> System.err.println("ohmgrad: cannot write to standard output: " + why));
            return failure.isPresent() ? Math.max(code, Main.BAD_INPUT) : code;
        }
        return code;
    }

    /** Tried once more, for the reason; none if the reader has had enough, as {@code head} has. */
    @SuppressWarnings("resource") // Closing it would close standard output.
    private static Optional<String> failure() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return Optional.of("something was lost");
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return why.equals("Broken pipe") ? Optional.empty() : Optional.of(why);
        }
    }
}
