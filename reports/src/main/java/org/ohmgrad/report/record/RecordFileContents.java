package org.ohmgrad.report.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What one records file holds.
 *
 * @param file where it stands
 * @param plan its last plan line
 * @param runs its runs in order of lines, each key once
 * @param planVersions results versions of all its plan lines
 * @param wholeLength length in bytes of the lines that are complete; what follows is a torn last line
 * @param ended false if the last complete line lacks its line end, as an editor or another system may leave it
 */
record RecordFileContents(
        Path file,
        Optional<Plan> plan,
        List<RunRecord> runs,
        List<Integer> planVersions,
        long wholeLength,
        boolean ended) {

    /**
     * Reads a file to its end.
     *
     * @param in its content; not closed
     * @throws RecordsException if a line is damaged, or is none of a records file
     */
    static RecordFileContents read(Path file, InputStream in) throws IOException {
        var reader = new Reader(file);
        var lines = new ByteLines(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            reader.take(line.get(), lines);
        }
        reader.end(lines);
        return new RecordFileContents(
                file,
                reader.plan,
                List.copyOf(reader.runs.values()),
                List.copyOf(reader.planVersions),
                reader.wholeLength,
                reader.ended);
    }

    /** A results version in this file other than the one given, if there is any. */
    OptionalInt otherVersion(int version) {
        return IntStream.concat(
                        planVersions.stream().mapToInt(Integer::intValue),
                        runs.stream().mapToInt(run -> run.provenance().resultsVersion()))
                .filter(found -> found != version)
                .findFirst();
    }

    private static final class Reader {
        private final Path file;
        private final Map<String, RunRecord> runs = new LinkedHashMap<>();
        private final List<Integer> planVersions = new ArrayList<>();
        private Optional<Plan> plan = Optional.empty();
        private int line;
        private long wholeLength;
        private boolean ended = true;
        private boolean torn;

        Reader(Path file) {
            this.file = file;
        }

        void take(byte[] content, ByteLines lines) {
            line++;
            try {
                takeLine(text(content, lines.ended()));
                wholeLength = lines.position();
                ended = lines.ended();
            } catch (RecordLine.Torn e) {
                if (lines.ended()) {
                    throw damaged(e);
                }
                torn = true;
            } catch (RecordLine.Damaged e) {
                throw damaged(e);
            }
        }

        /** The last line's end may be longer than one byte. */
        void end(ByteLines lines) {
            wholeLength = torn ? wholeLength : lines.position();
        }

        /** A line that was torn may have been torn inside a letter. */
        private static String text(byte[] content, boolean whole) throws RecordLine.Damaged {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
            } catch (CharacterCodingException e) {
                if (!whole) {
                    return new String(content, StandardCharsets.UTF_8);
                }
                throw new RecordLine.Damaged(
                        "not UTF-8 text", RecordLine.isOfAKind(new String(content, StandardCharsets.UTF_8)));
            }
        }

        private RecordsException damaged(RecordLine.Damaged why) {
            boolean foreign = planVersions.isEmpty() && runs.isEmpty() && !why.looksLikeOne();
            return new RecordsException(
                    file + ":" + line + ": "
                            + (foreign
                                    ? "not a line that `ohmgrad run` writes (" + why.getMessage()
                                            + "). The file is left as it is; choose another folder with --out, or move"
                                            + " the file away"
                                    : "damaged line: " + why.getMessage()
                                            + ". Delete this line, and the same `ohmgrad run` makes what stood in it"
                                            + " again; or put back a copy of the file"),
                    why);
        }

        private void takeLine(String text) throws RecordLine.Damaged {
            var node = RecordLine.parse(text);
            if (RecordLine.isPlan(node)) {
                var found = RecordLine.plan(node);
                planVersions.add(found.resultsVersion());
                plan = Optional.of(found);
            } else if (RecordLine.isRun(node)) {
                add(RecordLine.run(node));
            } else {
                throw new RecordLine.Damaged("neither a plan nor a run", false);
            }
        }

        private void add(RunRecord run) throws RecordLine.Damaged {
            var earlier = runs.putIfAbsent(run.key(), run);
            if (earlier != null && !earlier.sameResults(run)) {
                throw new RecordLine.Damaged("run " + run.key() + " stands in this file twice with different results");
            }
        }
    }
}
