package org.ohmgrad.report;

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
import org.jspecify.annotations.Nullable;

/**
 * What one records file holds.
 *
 * @param file where it stands
 * @param plan its last plan line
 * @param runs its runs in order of lines, each key once
 * @param planVersions results versions of all its plan lines
 * @param wholeLength length in bytes of the lines that are complete; what follows is a torn last line
 */
record RecordLines(Path file, Optional<Plan> plan, List<RunRecord> runs, List<Integer> planVersions, int wholeLength) {

    static RecordLines read(Path file, byte[] content) {
        var reader = new Reader(file);
        int start = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                reader.take(content, start, at - start);
                start = at + 1;
            }
        }
        return new RecordLines(
                file, reader.plan, List.copyOf(reader.runs.values()), List.copyOf(reader.planVersions), start);
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

        Reader(Path file) {
            this.file = file;
        }

        void take(byte[] content, int start, int length) {
            line++;
            try {
                takeLine(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content, start, length))
                        .toString());
            } catch (CharacterCodingException e) {
                throw damaged("not UTF-8 text", e);
            } catch (RecordLine.Damaged e) {
                throw damaged(e.getMessage(), e);
            }
        }

        private RecordsException damaged(@Nullable String why, Exception cause) {
            return new RecordsException(
                    file + ":" + line + ": damaged line: " + why
                            + ". Delete this line, and the same `ohmgrad run` makes"
                            + " what stood in it again; or put back a copy of the file",
                    cause);
        }

        private void takeLine(String text) throws RecordLine.Damaged {
            var node = RecordLine.parse(text);
            if (RecordLine.isPlan(node)) {
                var found = PlanLine.read(node);
                planVersions.add(found.resultsVersion());
                plan = Optional.of(found);
            } else if (RecordLine.isRun(node)) {
                add(RunLine.read(node));
            } else {
                throw new RecordLine.Damaged("neither a plan nor a run");
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
