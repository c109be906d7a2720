package org.ohmgrad.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What tests of the whole program share: running a command, and a small experiment that works. */
public final class Program {
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
    public record Outcome(int code, String out, String err) {}

    /** Runs a command in this process. */
    public static Outcome execute(Object... arguments) {
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

    /** The words that start a command in a process of its own, from any class path and with signals as they should be. */
    public static List<String> command(List<String> javaOptions, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (interruptIsIgnoredHere()) {
            words.addAll(List.of("env", "--default-signal=INT"));
        }
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(javaOptions);
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        words.add(Main.class.getName());
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        return words;
    }

    /** A shell's background job ignores interrupts, and so do the processes it starts. */
    private static boolean interruptIsIgnoredHere() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    /** Writes the small experiment into a folder and returns the experiment file. */
    public static Path writeExperiment(Path folder) throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), resource("small/" + file));
        }
        return folder.resolve("experiment.json");
    }

    /** Replaces a text that stands in a file exactly once. */
    public static void edit(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IllegalArgumentException("\"" + old + "\" must stand once in " + file);
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    /** The text of a test resource beside this class. */
    public static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Program.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
