package org.ohmgrad.report.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmgrad.report.text.Words;

/**
 * A records file open for appending: each line is synced to the disk before the call returns, and one process at a time
 * may hold the file. Safe for use by several threads. A torn last line, left by a run that was killed, is cut off; a file that
 * is no records file is refused and left as it is.
 */
public final class RecordWriter implements AutoCloseable {
    private static final Map<Path, RecordWriter> OPEN_HERE = new ConcurrentHashMap<>();

    private final Path path;
    private final RandomAccessFile file;
    private final int resultsVersion;
    private final Set<String> keys = new HashSet<>();
    private @Nullable Plan plan;
    private @Nullable RecordFileContents unchanged;
    private long length;
    private boolean ended = true;
    private boolean closed;

    private RecordWriter(Path path, RandomAccessFile file, int resultsVersion) {
        this.path = path;
        this.file = file;
        this.resultsVersion = resultsVersion;
    }

    /**
     * Opens a records file, making it and its folder if they are not there.
     *
     * @param path the file, {@code records.jsonl} or {@code records-IofN.jsonl}
     * @param resultsVersion version of the results to be appended
     * @return the open file
     * @throws RecordsException if another run holds the file, if it holds damaged lines or results of another version,
     *     or if it cannot be written
     */
    public static RecordWriter open(Path path, int resultsVersion) {
        try {
            Files.createDirectories(folder(path));
            make(path);
            return claim(place(path), resultsVersion);
        } catch (IOException e) {
            throw new RecordsException("cannot write " + path + ": " + Reasons.of(e), e);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    /** Where a link leads to nothing yet, what it leads to is made, so that the file has its one name from the start. */
    private static void make(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        }
    }

    /** One name for a file, however it is spelt and through whatever links it is reached. */
    private static Path place(Path path) throws IOException {
        return Files.exists(path)
                ? path.toRealPath()
                : folder(path).toRealPath().resolve(path.getFileName());
    }

    /** A pipe would be waited for for ever. */
    private static void requireFile(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a file of a disk");
        }
    }

    private static RecordWriter claim(Path real, int resultsVersion) {
        // Made while the map holds the entry: on POSIX, closing a second descriptor would drop the first one's lock.
        return OPEN_HERE.compute(real, (path, held) -> {
            if (held != null) {
                throw inUse(path);
            }
            try {
                return locked(path, resultsVersion);
            } catch (IOException e) {
                throw new RecordsException("cannot write " + path + ": " + Reasons.of(e), e);
            }
        });
    }

    private static RecordWriter locked(Path path, int resultsVersion) throws IOException {
        requireFile(path);
        var file = new RandomAccessFile(path.toFile(), "rw");
        boolean ready = false;
        try {
            lock(file, path);
            var records = new RecordWriter(path, file, resultsVersion);
            records.takeUp(records.lines());
            ready = true;
            return records;
        } finally {
            if (!ready) {
                file.close();
            }
        }
    }

    private static void lock(RandomAccessFile file, Path path) throws IOException {
        FileLock lock;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            throw new RecordsException(path + " is in use by another run", e);
        }
        if (lock == null) {
            throw inUse(path);
        }
    }

    private static RecordsException inUse(Path path) {
        return new RecordsException(
                path + " is in use by another run; wait for it to end, or choose another folder with --out");
    }

    private void takeUp(RecordFileContents lines) throws IOException {
        lines.runs().forEach(run -> keys.add(run.key()));
        plan = lines.plan().orElse(null);
        unchanged = lines;
        lines.otherVersion(resultsVersion).ifPresent(found -> {
            throw new RecordsException(path + " holds results of version " + found + ", but this program makes version "
                    + resultsVersion + "; choose another folder with --out, or move the old one away");
        });
        length = lines.wholeLength();
        ended = lines.ended();
        if (length < file.length()) {
            file.setLength(length);
        }
    }

    /** What a records file holds; through the open descriptor where this process is writing it. */
    static RecordFileContents lines(Path path) throws IOException {
        var held = OPEN_HERE.get(place(path));
        return held == null ? read(path) : held.lines();
    }

    private static RecordFileContents read(Path path) throws IOException {
        requireFile(path);
        try (var in = Files.newInputStream(path)) {
            return RecordFileContents.read(path, in);
        }
    }

    private synchronized RecordFileContents lines() throws IOException {
        if (closed) {
            return read(path);
        }
        if (unchanged != null) {
            return unchanged;
        }
        file.seek(0);
        // Not closed here: that would close the file.
        return RecordFileContents.read(path, Channels.newInputStream(file.getChannel()));
    }

    /**
     * The keys of the runs in this file.
     *
     * @return a copy of the set of keys
     */
    public synchronized Set<String> keys() {
        return Collections.unmodifiableSet(new HashSet<>(keys));
    }

    /**
     * What is lost from the report when a plan takes the place of the one in this file.
     *
     * @param wanted the plan to come
     * @return the file's plan, if some of its runs are here and not in the plan to come
     */
    public synchronized Optional<Plan> replaced(Plan wanted) {
        var kept = new HashSet<String>();
        wanted.runs().forEach(run -> kept.add(run.key()));
        return Optional.ofNullable(plan).filter(old -> old.runs().stream()
                .anyMatch(run -> keys.contains(run.key()) && !kept.contains(run.key())));
    }

    /**
     * Writes the plan, unless it is the last one in the file already.
     *
     * @param wanted the plan of the run that starts
     * @throws RecordsException if it cannot be written, or is of another results version than the file
     */
    public synchronized void plan(Plan wanted) {
        requireVersion(wanted.resultsVersion());
        if (!wanted.equals(plan)) {
            append(RecordLine.of(wanted));
            plan = wanted;
        }
    }

    /**
     * Appends a run and syncs it to the disk.
     *
     * @param run the finished run
     * @throws RecordsException if it cannot be written; the records so far are intact
     */
    public synchronized void append(RunRecord run) {
        requireVersion(run.provenance().resultsVersion());
        append(RecordLine.of(run));
        keys.add(run.key());
    }

    private void requireVersion(int version) {
        if (version != resultsVersion) {
            throw new IllegalArgumentException("results version must be " + resultsVersion + " but is " + version);
        }
    }

    private void append(String line) {
        if (closed) {
            throw new RecordsException(path + " is closed and takes no more records");
        }
        unchanged = null;
        var bytes = ((ended ? "" : "\n") + line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.seek(length);
            file.write(bytes);
            file.getFD().sync();
            length += bytes.length;
            ended = true;
        } catch (IOException e) {
            cutBack();
            throw new RecordsException(
                    "cannot write " + path + ": " + Reasons.of(e) + "; its " + Words.count(keys.size(), "run")
                            + (keys.size() == 1 ? " is" : " are") + " intact",
                    e);
        }
    }

    private void cutBack() {
        try {
            file.setLength(length);
        } catch (IOException ignored) {
            // The next reader ignores a torn last line, and the next writer cuts it off.
        }
    }

    /** Closes the file and lets others have it; closing twice does nothing. */
    @Override
    public void close() {
        OPEN_HERE.computeIfPresent(path, (p, held) -> {
            held.release();
            return held == this ? null : held;
        });
    }

    private synchronized void release() {
        closed = true;
        unchanged = null;
        try {
            file.close();
        } catch (IOException e) {
            throw new RecordsException("cannot close " + path + ": " + Reasons.of(e), e);
        }
    }
}
