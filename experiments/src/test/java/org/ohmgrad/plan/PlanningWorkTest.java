package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.config.ConfigException;

/**
 * The work of planning grows as the file does, and not with its square. Work is counted in bytes that the thread
 * allocates, which a busy machine does not change.
 */
class PlanningWorkTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long LIMIT = 500_000;

    @TempDir
    private Path folder = Path.of("");

    /** What a file can have many of. */
    enum Many {
        SWEPT_VALUES(40),
        COMPANIONS(25),
        UNKNOWN_POINTERS(100),
        UNKNOWN_KEYS(100),
        HIDDEN_LAYERS(5_000);

        private final int few;

        Many(int few) {
            this.few = few;
        }

        String text(int count) {
            return switch (this) {
                case SWEPT_VALUES ->
                    ", \"sweep\": {\"/training/learningRate\": [" + list(count, k -> "0." + (10_000 + k)) + "]}";
                case COMPANIONS ->
                    ", \"companions\": [" + list(count, k -> "{\"from\": \"ideal\", \"/name\": \"ideal " + k + "\"}")
                            + "]";
                case UNKNOWN_POINTERS -> ", \"sweep\": {" + list(count, k -> "\"/training/rate" + k + "\": [1]") + "}";
                case UNKNOWN_KEYS -> ", " + list(count, k -> "\"tittle" + k + "\": 1");
                case HIDDEN_LAYERS ->
                    ", \"network\": {\"hidden\": [" + list(count, k -> "2")
                            + "], \"activation\": \"tanh\", \"loss\": \"cross-entropy\"}";
            };
        }

        private static String list(int count, IntFunction<String> item) {
            return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
        }
    }

    private Path write(Many many, int count) throws IOException {
        String network = "\"network\": {\"hidden\": [2], \"activation\": \"tanh\", \"loss\": \"cross-entropy\"}, ";
        return Files.writeString(
                folder.resolve("x.json"),
                "{\"name\": \"many\", \"dataset\": {\"type\": \"iris\"}, "
                        + (many == Many.HIDDEN_LAYERS ? "" : network)
                        + "\"training\": {\"epochs\": 1, \"batch\": 50, \"learningRate\": 0.1}, "
                        + "\"chip\": \"ideal\", \"arms\": [{\"rule\": {\"type\": \"backpropagation\"}, "
                        + "\"update\": {\"type\": \"nearest-level\"}}], \"seeds\": 1"
                        + many.text(count) + "}");
    }

    private long work(Many many, int count) throws IOException {
        Path file = write(many, count);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            ExperimentPlan.read(file, 0);
        } catch (ConfigException refused) {
            assertTrue(!refused.problems().isEmpty(), "refused without a reason");
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @EnumSource
    void fourTimesAsManyAreAtMostFiveTimesTheWork(Many many) throws IOException {
        work(many, 1);
        long few = work(many, many.few);
        long more = work(many, 4 * many.few);
        assertTrue(more <= 5 * few, () -> few + " bytes for " + many.few + ", " + more + " for four times as many");
    }

    @Test
    void pointsShareWhatTheSweepDoesNotChange() throws IOException {
        var variants = ExperimentPlan.read(write(Many.SWEPT_VALUES, 2), 0).variants();
        assertEquals(2, variants.size());
        var one = variants.get(0).settings();
        var other = variants.get(1).settings();
        assertSame(one.chip(), other.chip());
        assertSame(one.network(), other.network());
        assertNotEquals(one.training(), other.training());
    }

    /** A point brings three runs, and a text of its chip's settings of thousands of letters. */
    @Test
    void aPointMoreIsLittleWork() throws IOException {
        work(Many.SWEPT_VALUES, 40);
        long few = work(Many.SWEPT_VALUES, 40);
        long each = (work(Many.SWEPT_VALUES, 140) - few) / 100;
        assertTrue(each <= LIMIT, () -> each + " bytes a point");
    }

    @Test
    void aNetworkOfMoreThanAThousandLayersIsRefused() throws IOException {
        Path file = write(Many.HIDDEN_LAYERS, 1_001);
        var refused = assertThrows(ConfigException.class, () -> ExperimentPlan.read(file, 0));
        assertEquals(
                "must have at most 1000 layers but has 1001",
                refused.problems().get(0).rule());
    }
}
