package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.settings.Check;

class ShardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void everyRunBelongsToExactlyOneShare(int count) {
        for (int run = 0; run < 50; run++) {
            int position = run;
            assertEquals(
                    1,
                    IntStream.rangeClosed(1, count)
                            .filter(k -> new Shard(k, count).holds(position))
                            .count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aShareKnowsItsSize(int count) {
        for (int k = 1; k <= count; k++) {
            Shard shard = Shard.parse(k + "/" + count);
            assertEquals(IntStream.range(0, 50).filter(shard::holds).count(), shard.sizeOf(50));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "1, 0", "-1, 3", "4, 3", "1, 10001"})
    void aShareOutsideItsCountIsRefused(int index, int count) {
        assertThrows(Check.BrokenRules.class, () -> new Shard(index, count));
    }

    @Test
    void everyShareHasItsOwnRecords() {
        Path folder = Path.of("out");
        assertEquals(folder.resolve("records.jsonl"), Shard.all().recordsIn(folder));
        assertEquals(folder.resolve("records-2of3.jsonl"), new Shard(2, 3).recordsIn(folder));
    }
}
