package org.ohmgrad.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.report.record.Fixture;

/** A rule that was written this morning has every sentence, number and row that one has which everybody knows. */
class NoRuleByNameTest {
    @Test
    void aRuleOfAnyNameIsReportedAsOneThatEverybodyKnows(@TempDir Path folder) throws IOException {
        Fixture fixture = Fixture.named("names").rules("backpropagation", "feedback-alignment", "last-layer");
        fixture.write(folder.resolve("known"));
        Report.write(folder.resolve("known"));
        Path file = Files.createDirectories(folder.resolve("new")).resolve("records.jsonl");
        Files.writeString(
                file, renamed(Fixture.withoutSum(Files.readString(folder.resolve("known/records.jsonl"))), "-"));
        Report.write(folder.resolve("new"));
        String page = Files.readString(folder.resolve("known/report.md"));
        assertTrue(page.contains("which does without the transposed read"), page);
        assertTrue(page.contains("which does without it"), page);
        assertTrue(page.contains("trained in float first") || page.contains("last layer alone"), page);
        assertEquals(renamed(renamed(page, " "), "-"), Files.readString(folder.resolve("new/report.md")));
    }

    private static String renamed(String text, String gap) {
        return text.replace("feedback" + gap + "alignment", "freshly" + gap + "conceived")
                .replace("last" + gap + "layer", "tops" + gap + "learn");
    }
}
