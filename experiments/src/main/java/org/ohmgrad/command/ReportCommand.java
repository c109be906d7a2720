package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ohmgrad.plan.AxisWords;
import org.ohmgrad.report.page.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad report}. */
@Command(
        name = "report",
        description = "Makes the report of a folder of records again, all shards together.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder that 'ohmgrad run' has written.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        System.out.println(Report.write(folder, AxisWords::complete));
        return 0;
    }
}
