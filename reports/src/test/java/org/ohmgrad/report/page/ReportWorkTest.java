package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Fixture;

/** The work of a report grows as its points do; it is counted in bytes that the thread allocates. */
class ReportWorkTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder = Path.of("");

    private long work(int points) {
        var own = folder.resolve("of" + points);
        Fixture.named("many")
                .rules("backpropagation")
                .updates("nearest-level")
                .sweep(
                        "/chip/mapping/wMax",
                        IntStream.range(0, points)
                                .mapToObj(k -> "1." + (1_000 + k))
                                .toArray(String[]::new))
                .seeds(2)
                .write(own);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Report.write(own);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void fourTimesAsManyPointsAreAtMostFiveTimesTheWork() {
        work(2);
        long few = work(40);
        long more = work(160);
        assertTrue(more <= 5 * few, () -> few + " bytes for 40 points, " + more + " for four times as many");
    }
}
