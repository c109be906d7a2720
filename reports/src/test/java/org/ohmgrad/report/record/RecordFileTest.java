package org.ohmgrad.report.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.report.page.Report;

class RecordFileTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Fixture SMALL = Fixture.named("small")
            .sweep(Fixture.BITS, "2", "8")
            .updates("stochastic-rounding")
            .seeds(2);

    private static final Fixture TINY =
            Fixture.named("tiny").updates().rules("backpropagation").seeds(2);

    @TempDir
    Path folder = Path.of("");

    private Path file() {
        return folder.resolve("records.jsonl");
    }

    private static RecordWriter open(Path path) {
        return RecordWriter.open(path, 1);
    }

    private static String refusal(Runnable action) {
        return String.valueOf(assertThrows(RecordsException.class, action::run).getMessage());
    }

    private void append(Fixture fixture) {
        try (var records = open(file())) {
            records.plan(fixture.plan());
            fixture.records().stream()
                    .filter(record -> !records.keys().contains(record.key()))
                    .forEach(records::append);
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        append(SMALL);
        var records = RecordFolder.read(folder);
        assertEquals(SMALL.plan(), records.plan());
        for (var record : SMALL.records()) {
            assertEquals(record, records.run(record.key()).orElseThrow());
        }
    }

    @Test
    void aPlanIsWrittenOnlyWhenItIsNew() throws IOException {
        append(SMALL);
        append(SMALL);
        append(Fixture.named("other").updates().rules());
        assertEquals(1 + SMALL.records().size() + 1, Files.readAllLines(file()).size());
        assertEquals("other", RecordFolder.read(folder).plan().experiment());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTornLastLineIsIgnoredAndCutOffByTheNextWriter(long seed) throws IOException {
        TINY.write(folder);
        var whole = Files.readAllBytes(file());
        int lastLine = new String(whole, StandardCharsets.UTF_8).stripTrailing().lastIndexOf('\n') + 1;
        var last = TINY.records().get(TINY.records().size() - 1);
        for (long cut = lastLine + seed; cut < whole.length; cut += 997) {
            Files.write(file(), Arrays.copyOf(whole, (int) cut));
            assertTrue(RecordFolder.read(folder).run(last.key()).isEmpty(), "torn record read, cut at " + cut);
            try (var records = open(file())) {
                assertEquals(TINY.records().size() - 1, records.keys().size());
                records.plan(TINY.plan());
                records.append(last);
            }
            assertArrayEquals(whole, Files.readAllBytes(file()), "cut at " + cut);
        }
    }

    @Test
    void aDamagedLineInTheMiddleIsNamed() throws IOException {
        SMALL.write(folder);
        var lines = Files.readAllLines(file());
        var broken = List.of(
                lines.get(2).substring(0, 50),
                "",
                "[]",
                "\0\0\0",
                lines.get(2).replace("\"seed\":", "\"seed\":1,\"seed\":"),
                lines.get(2).replace("\"seed\":", "\"sead\":"),
                lines.get(2).replace("\"type\":\"run\"", "\"type\":\"ruin\""),
                lines.get(2) + " x");
        for (var line : broken) {
            var copy = new java.util.ArrayList<>(lines);
            copy.set(2, line);
            Files.write(file(), copy);
            var message = refusal(() -> RecordFolder.read(folder));
            assertTrue(message.startsWith(file() + ":3: damaged line: "), message);
            assertTrue(message.contains("Delete this line"), message);
            assertEquals(message, refusal(() -> open(file()).close()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"my\":\"only copy\"}", "my only copy", "{", "{\"type\":\"runner\",\"my\":1", "\0\0\0\0"})
    void aFileThatIsNoRecordsFileIsRefusedAndLeftAsItIs(String content) throws IOException {
        var link = folder.resolve("records-1of2.jsonl");
        Files.createSymbolicLink(link, folder.resolve("mine.txt"));
        for (var end : List.of("", "\n", "\r", "\nmore")) {
            if (content.equals("{") && end.isEmpty()) {
                continue;
            }
            Files.writeString(file(), content + end);
            Files.writeString(folder.resolve("mine.txt"), content + end);
            for (var path : List.of(file(), link)) {
                var message = refusal(() -> open(path).close());
                assertTrue(message.contains(":1: not a line that `ohmgrad run` writes"), message);
                assertTrue(message.contains("left as it is; choose another folder with --out"), message);
                assertEquals(content + end, Files.readString(path));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLinkToAFileInUseIsThatFile(boolean linkFirst) throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("records-1of2.jsonl"), file());
        try (var held = open(linkFirst ? link : file())) {
            held.plan(TINY.plan());
            assertTrue(refusal(() -> open(linkFirst ? file() : link)).contains("is in use by another run"));
        }
        assertEquals(TINY.plan(), RecordFolder.read(folder).plan());
    }

    @Test
    void whatIsNoFileIsRefusedInsteadOfWaitedFor() throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", file().toString()).start().waitFor());
        assertTrue(refusal(() -> open(file())).contains("it is not a file of a disk"));
        assertTrue(refusal(() -> RecordFolder.read(folder)).contains("it is not a file of a disk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void linesMayEndAsOnAnySystemAndTheLastNeedNot(String end) throws IOException {
        TINY.write(folder);
        var lines = Files.readAllLines(file());
        var last = TINY.records().get(TINY.records().size() - 1);
        for (var lastEnd : List.of(end, "")) {
            var content = String.join(end, lines.subList(0, lines.size() - 1)) + lastEnd;
            Files.writeString(file(), content);
            try (var records = open(file())) {
                assertEquals(TINY.records().size() - 1, records.keys().size());
                records.plan(TINY.plan());
                assertTrue(content.equals(Files.readString(file())), "a whole file is not touched when it is opened");
                records.append(last);
            }
            assertEquals(Optional.of(last), RecordFolder.read(folder).run(last.key()));
            assertTrue(Files.readString(file()).startsWith(content));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void settingsAndPointersOfAnyLengthAreReadBack(boolean longSettings) throws Exception {
        int length = longSettings ? 20_000_001 : 50_001;
        var text = "x".repeat(length);
        var old = SMALL.plan();
        var run = old.runs().get(0);
        var point = new TreeMap<>(Map.of(longSettings ? "/a" : "/" + text, "1"));
        var wanted = new PlannedRun(
                run.key(), run.arm(), run.rule(), run.update(), run.chip(), true, point, 1, "", "", run.tuned(), false);
        var settings = longSettings ? "{\"a\":\"" + text + "\"}" : "{}";
        var plan = new Plan("x", "", "", 1, settings, List.of(), old.axes(), List.of(), List.of(wanted));
        assertTrue(plan.equals(RecordLine.plan(RecordLine.parse(RecordLine.of(plan)))), "the plan is read back");
        assertFalse(JsonText.indented(settings).equals(settings), "long settings are shown on many lines too");
    }

    @Test
    void anyChangedDigitIsDamage() {
        var line = RecordLine.of(SMALL.records().get(1));
        for (int at = 0; at < line.length(); at += 5) {
            char letter = line.charAt(at);
            if (Character.isDigit(letter)) {
                var changed = line.substring(0, at) + (char) ('0' + (letter - '0' + 1) % 10) + line.substring(at + 1);
                assertThrows(RecordLine.Damaged.class, () -> RecordLine.parse(changed), () -> changed);
            }
        }
    }

    @Test
    void resultsThatWereSwappedAreDamage() throws IOException {
        SMALL.write(folder);
        var lines = Files.readAllLines(file());
        var first = SMALL.records().get(1);
        var second = SMALL.records().get(2);
        var swapped = lines.get(2).replace("\"" + first.key() + "\"", "\"" + second.key() + "\"");
        lines.set(2, swapped);
        Files.write(file(), lines);
        var message = refusal(() -> RecordFolder.read(folder));
        assertTrue(message.startsWith(file() + ":3: damaged line: it was changed after it was written"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"test_accuracy\":0[.0-9]*; \"test_accuracy\":7.5; must lie in [0, 1] but is 7.5",
                "\"test_accuracy\":0[.0-9]*; \"test_accuracy\":-0.1; must lie in [0, 1] but is -0.1",
                "\"train_loss\":[.0-9]*; \"train_loss\":1e999; \"train_loss\" is missing or cannot be",
                "\"gradient_angle_degrees\":[.0-9]*; \"gradient_angle_degrees\":181; must lie in [0, 180]",
                "\"epoch\":1,; \"epoch\":-3,; \"epoch\" is missing or cannot be",
                "\"epoch\":1,; \"epoch\":4294967297,; \"epoch\" is missing or cannot be",
                "\"epoch\":7,; \"epoch\":8,; epoch 7 is missing before epoch 8",
                "\"layers\":\\[\\{[^}]*\\},; \"layers\":[; has other layers than epoch 1",
                "\"seed\":[0-9]*; \"seed\":99999999999999999999; \"seed\" is missing or cannot be",
                "\"seconds\":1.5; \"seconds\":-1; \"seconds\" must not be negative",
                "\"pulses\":[0-9]*; \"pulses\":-1e300; \"pulses\" must not be negative"
            })
    void linesWithoutAChecksumAreReadUnlessTheyCannotBeTrue(String old, String replacement, String words)
            throws IOException {
        SMALL.write(folder);
        var all = Files.readAllLines(file());
        int at = 1;
        while (!all.get(at).contains("gradient_angle_degrees")) {
            at++;
        }
        var lines = new java.util.ArrayList<>(
                all.subList(0, at + 1).stream().map(Fixture::withoutSum).toList());
        Files.write(file(), lines);
        assertEquals(SMALL.plan(), RecordFolder.read(folder).plan());
        var changed = lines.get(at).replaceAll("^(.*?)" + old, "$1" + replacement);
        assertNotEquals(lines.get(at), changed);
        lines.set(at, changed);
        Files.write(file(), lines);
        var message = refusal(() -> RecordFolder.read(folder));
        assertTrue(message.startsWith(file() + ":" + (at + 1) + ": damaged line: "), message);
        assertTrue(message.contains(words), message);
    }

    @Test
    void bytesThatAreNotTextAreDamage() throws IOException {
        SMALL.write(folder);
        var bytes = Files.readAllBytes(file());
        bytes[20] = (byte) 0xff;
        Files.write(file(), bytes);
        assertTrue(refusal(() -> RecordFolder.read(folder)).contains(":1: damaged line: not UTF-8"));
    }

    @Test
    void anotherFormatIsNamed() throws IOException {
        SMALL.write(folder);
        Files.writeString(file(), Files.readString(file()).replaceFirst("\"format\":1", "\"format\":2"));
        var message = refusal(() -> RecordFolder.read(folder));
        assertTrue(message.contains("written in format 2, but this program reads format 1"), message);
    }

    @Test
    void anotherResultsVersionIsNamedAndNeverMixedIn() throws IOException {
        SMALL.write(folder);
        var message = refusal(() -> RecordWriter.open(file(), 2).close());
        assertTrue(message.contains("holds results of version 1, but this program makes version 2"), message);
        var lines = Files.readAllLines(file());
        lines.set(3, Fixture.withoutSum(lines.get(3)).replace("\"resultsVersion\":1", "\"resultsVersion\":7"));
        Files.write(file(), lines);
        var mixed = refusal(() -> RecordFolder.read(folder));
        assertTrue(mixed.contains("results of version 7 beside a plan of version 1"), mixed);
    }

    @Test
    void aFolderWithoutRecordsIsSaidToHaveNone() {
        assertTrue(refusal(() -> RecordFolder.read(folder)).startsWith("no records in " + folder));
        assertTrue(refusal(() -> Report.write(folder.resolve("nowhere"))).startsWith("no records in "));
        assertEquals(Set.of(), RecordFolder.keysBeside(folder.resolve("nowhere"), file()));
    }

    private long workOfReading() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        RecordFolder.read(folder);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aFileThatIsHeldAndUnchangedIsNotReadAgain() {
        SMALL.write(folder);
        workOfReading();
        long read = workOfReading();
        var record = SMALL.records().get(0);
        try (var held = open(file())) {
            held.plan(SMALL.plan());
            RecordFolder.read(folder);
            long again = workOfReading();
            assertTrue(5 * again < read, () -> again + " bytes, and " + read + " when it is read");
            held.append(record);
            assertEquals(Optional.of(record), RecordFolder.read(folder).run(record.key()));
            assertTrue(5 * workOfReading() > read, "what was appended is read");
        }
    }

    @Test
    void keysOfOnesOwnFileAreNotLookedFor() {
        SMALL.write(folder);
        assertEquals(Set.of(), RecordFolder.keysBeside(folder, file()));
        writeShards(2, SMALL);
        assertEquals(
                SMALL.records().stream().map(RunRecord::key).collect(Collectors.toSet()),
                RecordFolder.keysBeside(folder, file()));
    }

    @Test
    void aFileInUseIsRefusedInThisProcess() {
        try (var held = open(file())) {
            held.plan(SMALL.plan());
            var message = refusal(() -> open(file()));
            assertTrue(message.contains("is in use by another run"), message);
        }
        open(file()).close();
    }

    @Test
    void aFileInUseIsRefusedInAnotherProcessEvenAfterTheRecordsWereRead() throws Exception {
        try (var held = open(file())) {
            held.plan(SMALL.plan());
            RecordFolder.read(folder);
            var other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Intruder.class.getName(),
                            file().toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, other.waitFor(), said);
            assertTrue(said.contains("is in use by another run"), said);
        }
    }

    /** A second process that wants the same file. */
    static final class Intruder {
        private Intruder() {}

        public static void main(String[] args) {
            try {
                open(Path.of(args[0])).close();
            } catch (RecordsException e) {
                System.out.println(e.getMessage());
                System.exit(2);
            }
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenEndsWithOneMessage() throws IOException {
        Files.createDirectory(file());
        assertTrue(refusal(() -> open(file())).startsWith("cannot write " + file()));
        var blocked = Files.createFile(folder.resolve("blocked"));
        assertTrue(refusal(() -> open(blocked.resolve("records.jsonl"))).startsWith("cannot write "));
    }

    @Test
    void aClosedFileTakesNoMoreRecords() {
        var records = open(file());
        records.plan(SMALL.plan());
        records.close();
        records.close();
        var message = refusal(() -> records.append(SMALL.records().get(0)));
        assertTrue(message.contains("is closed"), message);
    }

    @Test
    void recordsOfAnotherVersionAreNotAppended() {
        try (var records = RecordWriter.open(file(), 2)) {
            assertThrows(IllegalArgumentException.class, () -> records.plan(SMALL.plan()));
        }
    }

    @Test
    void shardsAreMerged() {
        writeShards(3, SMALL);
        var records = RecordFolder.read(folder);
        assertEquals(
                SMALL.records().stream().map(RunRecord::key).collect(Collectors.toSet()),
                RecordFolder.keysBeside(folder, file()));
        SMALL.records()
                .forEach(
                        record -> assertEquals(record, records.run(record.key()).orElseThrow()));
    }

    private void writeShards(int count, Fixture fixture) {
        var all = fixture.records();
        for (int shard = 1; shard <= count; shard++) {
            try (var records = open(folder.resolve("records-" + shard + "of" + count + ".jsonl"))) {
                records.plan(fixture.plan());
                int own = shard;
                IntStream.range(0, all.size())
                        .filter(i -> i % count == own - 1)
                        .forEach(i -> records.append(all.get(i)));
            }
        }
    }

    @Test
    void shardsOfDifferentPlansAreRefused() {
        writeShards(2, SMALL);
        Fixture.named("other").write(folder);
        var message = refusal(() -> RecordFolder.read(folder));
        assertTrue(message.contains("hold different plans"), message);
        assertTrue(message.contains("records-1of2.jsonl") && message.contains("records.jsonl"), message);
    }

    @Test
    void equalKeysWithDifferentResultsNameBothFiles() {
        SMALL.write(folder);
        var record = SMALL.records().get(0);
        var summary = new java.util.TreeMap<>(record.summary());
        summary.put("test_accuracy", summary.getOrDefault("test_accuracy", 0.0) + 1e-8);
        var other = new RunRecord(
                record.key(), record.seed(), summary, record.epochs(), record.provenance(), record.seconds());
        try (var records = open(folder.resolve("records-1of2.jsonl"))) {
            records.plan(SMALL.plan());
            records.append(other);
        }
        var message = refusal(() -> RecordFolder.read(folder));
        assertTrue(message.contains("different results for the same run " + record.key()), message);
        assertTrue(message.contains("records-1of2.jsonl") && message.contains("records.jsonl"), message);
    }

    @Test
    void equalKeysWithEqualResultsMayDifferInTimeAndBirth() {
        SMALL.write(folder);
        var record = SMALL.records().get(0);
        var born = new Provenance("{}", "", "elsewhere", "another JDK", "0.1.0", 1);
        try (var records = open(folder.resolve("records-1of2.jsonl"))) {
            records.plan(SMALL.plan());
            records.append(new RunRecord(record.key(), record.seed(), record.summary(), record.epochs(), born, 99));
        }
        RecordFolder.read(folder);
    }

    @Test
    void undefinedValuesAreAbsent() {
        var epoch = Epoch.of(1, Map.of("train_loss", Double.NaN, "test_loss", 0.5), List.of(Map.of("x", 1 / 0.0)));
        assertEquals(Map.of("test_loss", 0.5), epoch.values());
        assertEquals(List.of(Map.of()), epoch.layers());
    }

    @Test
    void aPlanRefusesTwoRunsThatNobodyCouldTellApart() {
        var plan = SMALL.plan();
        var run = plan.runs().get(0);
        var twin = new PlannedRun(
                "another key",
                run.arm(),
                run.rule(),
                run.update(),
                run.chip(),
                run.onChip(),
                run.point(),
                run.seed(),
                "",
                "",
                run.tuned(),
                run.companion());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Plan("x", "", "", 1, "{}", List.of(), plan.axes(), List.of(), List.of(run, twin)));
    }
}
