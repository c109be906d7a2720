package org.ohmgrad.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What tests of the whole program share: running a command, and a small experiment that works. */
final class Program {
    /** Files of a small experiment that the program accepts; {@code experiment.json} names the others. */
    static final List<String> FILES = List.of("experiment.json", "chip.json", "device.json", "table.csv");

    private Program() {}

    /**
     * What a command did.
     *
     * @param code exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Outcome(int code, String out, String err) {}

    /** Runs a command in this process. */
    static Outcome execute(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Main.execute(
                    java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    /** Writes the small experiment into a folder and returns the experiment file. */
    static Path writeExperiment(Path folder) throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), resource("small/" + file));
        }
        return folder.resolve("experiment.json");
    }

    /** Replaces a text that stands in a file exactly once. */
    static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("\"" + old + "\" must stand once in " + file);
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    /** The text of a test resource beside this class. */
    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Program.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
