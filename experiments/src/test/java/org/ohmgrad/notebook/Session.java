package org.ohmgrad.notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** One JShell session inside this JVM, with the imports that the tool makes by default. */
final class Session {
    private static final String DEFAULT_IMPORTS = Stream.of(
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio.file",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.function",
                    "java.util.prefs",
                    "java.util.regex",
                    "java.util.stream")
            .map(name -> "import " + name + ".*;\n")
            .collect(Collectors.joining());

    private final JShell shell;

    private Session(JShell shell) {
        this.shell = shell;
        shell.addToClasspath(System.getProperty("java.class.path", ""));
    }

    /**
     * Runs scripts one after another and returns what they print.
     *
     * @throws AssertionError if a snippet is incomplete, is rejected or throws
     */
    static String outputOf(List<String> scripts) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            Session session = new Session(shell);
            session.run(DEFAULT_IMPORTS);
            scripts.forEach(session::run);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void run(String script) {
        String rest = script;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) {
                return;
            }
            if (!next.completeness().isComplete()) {
                throw new AssertionError("a snippet is not complete:\n" + rest);
            }
            shell.eval(next.source()).forEach(this::check);
            rest = next.remaining();
        }
    }

    private void check(SnippetEvent event) {
        if (event.exception() != null) {
            throw new AssertionError(
                    describe(event.exception()) + " in:\n" + event.snippet().source(), event.exception());
        }
        if (event.status() != Snippet.Status.VALID && event.status() != Snippet.Status.OVERWRITTEN) {
            throw new AssertionError("a snippet is " + event.status() + ":\n"
                    + event.snippet().source() + "\n" + complaints(event.snippet()));
        }
    }

    private static String describe(JShellException exception) {
        String type = exception instanceof EvalException thrown ? thrown.getExceptionClassName() : "an unresolved name";
        return type + " (" + exception.getMessage() + ")";
    }

    private String complaints(Snippet snippet) {
        return shell.diagnostics(snippet)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
