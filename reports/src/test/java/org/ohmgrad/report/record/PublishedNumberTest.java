package org.ohmgrad.report.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublishedNumberTest {
    @Test
    void theyAreKeptInTheRecords() throws RecordLine.Damaged {
        var number = new PublishedNumber(
                "A. Author (2001)",
                "a",
                "about 2",
                Measure.FLOAT_ERROR,
                "last-layer",
                "stochastic-rounding",
                new TreeMap<>(Map.of(Fixture.BITS, "4")),
                "theirs was real");
        var plan = Fixture.named("beside")
                .sweep(Fixture.BITS, "4", "8")
                .updates("stochastic-rounding")
                .published(number)
                .plan();
        assertEquals(List.of(number), plan.published());
        assertEquals(plan, RecordLine.plan(RecordLine.parse(RecordLine.of(plan))));
        var unknown = RecordLine.parse(Fixture.withoutSum(RecordLine.of(plan)).replace("float_error", "float_terror"));
        assertThrows(RecordLine.Damaged.class, () -> RecordLine.plan(unknown));
    }
}
