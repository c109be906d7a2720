package org.ohmgrad.report.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final Fixture SMALL = Fixture.named("small").seeds(1);

    private static RunRecord counted(Confusion confusion) {
        var record = SMALL.records().get(0);
        return new RunRecord(
                record.key(),
                record.seed(),
                record.summary(),
                record.epochs(),
                record.maps(),
                record.costs(),
                confusion,
                record.provenance(),
                record.seconds());
    }

    private static Confusion answers(long right) {
        return Confusion.of(List.of("cat \"x\"", "dog"), new long[] {right, 0, 3, 7});
    }

    @Test
    void answersAreReadBackAsTheyWereWritten() throws Exception {
        var line = RecordLine.of(counted(answers(5)));
        assertTrue(line.contains("\"counts\":[[0,0,5],[1,0,3],[1,1,7]]"), line);
        assertEquals(counted(answers(5)), RecordLine.run(RecordLine.parse(line)));
    }

    @Test
    void aRunWhoseAnswersWereNotCountedKeepsItsLineAndIsTheSameRun() throws Exception {
        var line = RecordLine.of(counted(Confusion.none()));
        assertFalse(line.contains("confusion"), line);
        assertEquals(Confusion.none(), RecordLine.run(RecordLine.parse(line)).confusion());
        assertTrue(counted(answers(5)).sameResults(counted(Confusion.none())));
        assertFalse(counted(answers(5)).sameResults(counted(answers(6))));
    }

    @Test
    void countsOfNoClassOrThereTwiceAreDamage() throws Exception {
        var line = Fixture.withoutSum(RecordLine.of(counted(answers(5))));
        for (var wrong : List.of("[0,2,5]", "[-1,0,5]", "[0,0,-5]", "[0,0,0]", "[1,0,5]", "[0,0]", "[0,0,1.5]", "7")) {
            var node = RecordLine.parse(line.replace("[0,0,5]", wrong));
            assertThrows(RecordLine.Damaged.class, () -> RecordLine.run(node), wrong);
        }
    }
}
