package org.ohmgrad.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.data.DataException;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.report.record.RecordsException;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.run.Birth;
import org.ohmgrad.solve.CircuitException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "ohmgrad",
        description = "How well does a neural network learn when its weights live in a memristor crossbar?",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            RunCommand.class,
            ReportCommand.class,
            ValidateCommand.class,
            DescribeCommand.class,
            ListCommand.class,
            FitDeviceCommand.class,
            SolveCommand.class,
            VerifyCommand.class
        },
        footer = {
            "",
            "A mistake in a file or an option ends with exit code 2, a failed check with 1.",
            "ohmgrad jshell starts a notebook session with everything imported.",
            "ohmgrad bench [ROUNDS [LINES]] measures the hot paths beside what this machine can do, in two minutes a round."
        })
public final class Main implements Runnable {
    static final int BAD_INPUT = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Main() {}

    /** Starts the program; ends the Java process with the command's exit code. */
    public static void main(String... args) {
        System.exit(StandardOutput.written(execute(args)));
    }

    /**
     * Runs one command.
     *
     * @return exit code: 0, 1 for a failed check, 2 for bad input
     */
    public static int execute(String... args) {
        return ReadableStream.during(() -> executeReadably(args));
    }

    private static int executeReadably(String... args) {
        try {
            return new CommandLine(new Main())
                    .setExpandAtFiles(false)
                    .setExecutionExceptionHandler((error, command, parsed) -> report(error, command.getCommandName()))
                    .setParameterExceptionHandler(Main::wrongUse)
                    .execute(EmptyArguments.refused(args));
        } catch (UserException empty) {
            System.err.println("ohmgrad: " + empty.getMessage());
            return BAD_INPUT;
        } catch (OutOfMemoryError full) {
            System.err.printf(
                    Locale.ROOT,
                    "ohmgrad: this needs more memory than the %.1f GiB that Java may use: take fewer --threads, smaller"
                            + " layers, or a larger heap, as with JDK_JAVA_OPTIONS=-Xmx16g%n",
                    Runtime.getRuntime().maxMemory() / 0x1p30);
            return BAD_INPUT;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUse(CommandLine.ParameterException error, String... args) {
        System.err.println("ohmgrad: " + error.getMessage());
        StringWriter suggestions = new StringWriter();
        if (CommandLine.UnmatchedArgumentException.printSuggestions(error, new PrintWriter(suggestions, true))) {
            System.err.print(suggestions.toString());
        } else {
            System.err.println("See '" + error.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return BAD_INPUT;
    }

    private static int report(Exception error, String command) throws Exception {
        PrintStream err = System.err;
        if (error instanceof ConfigException config) {
            err.println(config.getMessage());
            int count = config.problems().size();
            String outcome = command.equals("run") ? "; nothing was run." : ".";
            err.println(Words.count(count, "problem") + outcome);
            return BAD_INPUT;
        }
        if (error instanceof DataException
                || error instanceof RecordsException
                || error instanceof CircuitException
                || error instanceof UserException) {
            err.println("ohmgrad: " + error.getMessage());
            return BAD_INPUT;
        }
        throw error;
    }

    /** Version and commit for {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ohmgrad " + Birth.version()};
        }
    }
}
