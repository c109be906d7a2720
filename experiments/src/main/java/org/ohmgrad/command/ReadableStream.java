package org.ohmgrad.command;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import org.ohmgrad.report.text.PlainText;

/**
 * Prints text that can only be read. Titles, labels, names of files and values that are refused come from elsewhere, and a
 * terminal obeys escape sequences in them; here they are named instead. Whoever means to move the cursor writes past it.
 */
final class ReadableStream extends PrintStream {
    private ReadableStream(PrintStream beneath) {
        super(beneath);
    }

    /** Lets standard output and standard error print readable text alone while something is done. */
    static int during(IntSupplier command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            System.setOut(new ReadableStream(out));
            System.setErr(new ReadableStream(err));
            return command.getAsInt();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void print(String text) {
        super.print(PlainText.named(String.valueOf(text)));
    }

    @Override
    public void print(Object thing) {
        print(String.valueOf(thing));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }
}
