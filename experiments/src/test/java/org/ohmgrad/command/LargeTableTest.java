package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table takes little more memory than its numbers as floats. */
class LargeTableTest {
    private static final int ROWS = 8_000;
    private static final int COLUMNS = 800;

    /** 6.4 million numbers are 26 MB as floats and 154 MB as boxed doubles. */
    @Test
    void millionsOfNumbersAreReadInAHeapOfNinetyMegabytes(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (BufferedWriter table = Files.newBufferedWriter(folder.resolve("big.csv"))) {
            table.write("label");
            for (int column = 0; column < COLUMNS; column++) {
                table.write(",p" + column);
            }
            for (int row = 0; row < ROWS; row++) {
                table.write("\n" + row % 10);
                for (int column = 0; column < COLUMNS; column++) {
                    table.write(column % 3 == row % 3 ? ",7" : ",0");
                }
            }
            table.write("\n");
        }
        Path experiment = Files.writeString(folder.resolve("big.json"), """
                {"name": "big", "dataset": {"type": "csv", "file": "big.csv", "label": "label"},
                 "network": {"hidden": [], "activation": "tanh", "loss": "cross-entropy"},
                 "training": {"epochs": 1, "batch": 100, "learningRate": 0.1}, "chip": "ideal",
                 "arms": [{"rule": {"type": "backpropagation"}, "update": {"type": "nearest-level"}}], "seeds": 1}
                """);
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(Program.command(List.of("-Xmx90m"), "validate", experiment))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), Files.readString(out));
    }
}
