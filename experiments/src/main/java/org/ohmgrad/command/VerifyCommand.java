package org.ohmgrad.command;

import java.util.concurrent.Callable;
import org.ohmgrad.linalg.KernelChoice;
import org.ohmgrad.run.Birth;
import org.ohmgrad.verify.Checks;
import org.ohmgrad.verify.Verification;
import picocli.CommandLine.Command;

/** {@code ohmgrad verify}. */
@Command(
        name = "verify",
        description =
                "Checks the installed simulator against circuits that ngspice and Qucs solved, closed forms of noise,"
                        + " reciprocity, finite differences and float networks.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Random numbers are the same in every call, so a simulator that passes once passes always. Were they drawn"
                    + " afresh, a sound one would fail less than once in a million calls.",
            "Ends with exit code 1 if a comparison fails."
        })
final class VerifyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.out.println("Ohmgrad " + Birth.version() + " on Java " + System.getProperty("java.version") + ", with "
                + KernelChoice.sentence() + ".");
        return new Verification(System.out).run(Checks.all()) ? 0 : 1;
    }
}
